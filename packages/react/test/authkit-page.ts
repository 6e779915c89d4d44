import { expect, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { waitFor, waitUntil } from "./wait.ts";

/** The kit's frame, once it is there. */
export const authKitFrame = () =>
  waitUntil(() => document.querySelector<HTMLIFrameElement>("dialog iframe"));

/**
 * Watches the kit's requests, and gives a wait until the server has said how a session stands. Only
 * then does the kit know that nobody uses a silent frame.
 */
export function watchSessionReads(): () => Promise<void> {
  const { mock } = vi.spyOn(window, "fetch");
  const reads = () => mock.calls.filter(([to]) => /\/sessions\/[^/]+$/.test(String(to)));
  // The kit asks again once it has handled an answer.
  return () => waitFor(() => expect(reads().length).toBeGreaterThan(1));
}

/** AuthKit's page inside the kit's dialog. */
export const authKitPage = async () => page.frameLocator(page.elementLocator(await authKitFrame()));

/** Waits until AuthKit's page shows what leads to the provider. */
export async function untilForm(name: string) {
  const authKit = await authKitPage();
  await authKit.getByRole("button", { name: `Continue to ${name}` }).hover();
}

/** Signs in at the provider, in its own window, and allows or cancels there. */
export async function signInToProvider(name: string, decision: "Allow" | "Cancel" = "Allow") {
  const authKit = await authKitPage();
  const consent = commands.consent(decision);
  await authKit.getByRole("button", { name: `Continue to ${name}` }).click();
  await consent;
}

/** AuthKit's page reports something, as itself. */
export async function authKitPosts(...messages: unknown[]) {
  const frame = await authKitFrame();
  await commands.postFromAuthKit(new URL(frame.src).origin, messages);
}
