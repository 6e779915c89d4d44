import type { BrowserCommand } from "vitest/node";

declare module "vitest/browser" {
  interface BrowserCommands {
    /** Waits for the provider's window and decides in it. */
    consent: (decision: "Allow" | "Cancel") => Promise<void>;
    /** An operation of the emulator's control API. */
    control: (origin: string, operation: string, input?: unknown) => Promise<unknown>;
    /** Cuts the browser from the network, or lets it back. */
    setOffline: (isOffline: boolean) => Promise<void>;
    /** Presses keys as a person does, wherever the focus is, frames included. */
    press: (keys: string[]) => Promise<void>;
    type: (text: string) => Promise<void>;
  }
}

const consent: BrowserCommand<["Allow" | "Cancel"]> = async ({ context }, decision) => {
  const window = await context.waitForEvent("page", { timeout: 15_000 });
  const isClosed = window.waitForEvent("close", { timeout: 15_000 });
  await window.getByRole("button", { name: decision, exact: true }).click();
  await isClosed;
};

const control: BrowserCommand<[string, string, unknown?]> = async (
  _context,
  origin,
  operation,
  input,
) => {
  const response = await fetch(`${origin}/__emulator/${operation}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    ...(input !== undefined && { body: JSON.stringify(input) }),
  });
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
  return response.json();
};

const setOffline: BrowserCommand<[boolean]> = ({ context }, isOffline) =>
  context.setOffline(isOffline);

const press: BrowserCommand<[string[]]> = async ({ page }, keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

const type: BrowserCommand<[string]> = ({ page }, text) => page.keyboard.type(text);

/** What a test asks of Node, or of the browser from outside. */
export const commands = {
  consent,
  control,
  setOffline,
  press,
  type,
};
