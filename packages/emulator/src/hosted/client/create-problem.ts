import type { Screen } from "./create-screen.ts";

/** The view for what a person can do nothing about here, or can only try again. */
export interface Problem {
  /** With `again`, a button offers to try that again. */
  show(title: string, text: string, again?: () => void): void;
  /** Shows the error of a call to the backend. */
  showError(title: string, error: unknown, again?: () => void): void;
}

export function createProblem(screen: Screen): Problem {
  const retry = screen.part("retry");

  const show: Problem["show"] = (title, text, again) => {
    screen.part("problem-title").textContent = title;
    screen.part("problem-text").textContent = text;
    retry.hidden = again === undefined;
    retry.onclick = again ?? null;
    screen.show("problem");
  };

  return {
    show,
    showError(title, error, again) {
      const isExpired = error instanceof Error && "isExpired" in error && error.isExpired === true;
      const text = error instanceof Error ? error.message : String(error);
      if (isExpired) show(text, "Nothing was connected. Close this window, then start again.");
      else show(title, text, again);
    },
  };
}
