/** Texts of `ConnectChecklist`. */
export interface ChecklistMessages {
  title: string;
  /** How many of the required accounts are connected. */
  progress: (done: number, total: number) => string;
  /** Marks optional rows. */
  optional: string;
  /** Every required account is connected. */
  complete: string;
}

/** The English of {@link ChecklistMessages}. */
export const checklistEnglish: ChecklistMessages = {
  title: "Connect your accounts",
  progress: (done, total) => `${done} of ${total} connected`,
  optional: "Optional",
  complete: "Everything you need is connected",
};
