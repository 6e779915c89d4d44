import { part, showView } from "./screen.ts";

/** Shows the view for what cannot be mended here; `retry` adds a button that tries again. */
export function showProblem(title: string, text: string, retry?: () => void): void {
  const button = part("retry");
  part("problem-title").textContent = title;
  part("problem-text").textContent = text;
  button.hidden = retry === undefined;
  button.onclick = retry ?? null;
  showView("problem");
}

/** Shows why a call failed; after the end of the session nothing can be tried again. */
export function showError(title: string, error: unknown, retry?: () => void): void {
  const isExpired = error instanceof Error && "isExpired" in error && error.isExpired === true;
  const text = error instanceof Error ? error.message : String(error);
  if (isExpired) showProblem(text, "Nothing was connected. Close this window, then start again.");
  else showProblem(title, text, retry);
}
