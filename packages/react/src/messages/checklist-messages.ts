/** Texts of `ConnectChecklist`. */
export interface ChecklistMessages {
  title: string;
  /** How many of the required accounts are connected. */
  progress: (done: number, total: number) => string;
  /** Marks what can be left out. */
  optional: string;
  /** Everything that is required is connected. */
  complete: string;
}

/** The English of {@link ChecklistMessages}. */
export const checklistEnglish: ChecklistMessages = {
  title: "Connect your accounts",
  progress: (done, total) => `${done} of ${total} connected`,
  optional: "Optional",
  complete: "Everything you need is connected",
};
