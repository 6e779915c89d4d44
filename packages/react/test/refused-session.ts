import { expect } from "vitest";
import { commands, page } from "vitest/browser";

/** Presses, is refused a session, reads in the dialog that nothing was connected, and closes it. */
export async function connectInVain(
  press: () => Promise<void>,
  answer: { status: number; type?: string; body?: string } = { status: 500 },
): Promise<void> {
  const refusal = { method: "POST", path: "/sessions", ...answer };
  // Refused before the dialog shows, none would.
  await commands.routeFaults([{ ...refusal, held: true }]);
  await press();
  const dialog = page.getByRole("dialog");
  await expect.element(dialog).toBeVisible();
  await commands.routeFaults([refusal]);
  await expect.element(dialog.getByRole("alert")).toHaveTextContent("Nothing was connected.");
  await dialog.getByRole("button", { name: "Close" }).click();
}
