import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { authKitPage, authKitPosts, signInToProvider } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { Accounts, Opener } from "../../test/openers.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitUntil } from "../../test/wait.ts";
import type { ConnectOutcome } from "../headless.ts";

/* What only AuthKit's own page, or a real window, can show: the rest is in `connect-dialog.test.tsx`. */

const authKitOrigin = inject("authKitOrigin");
const dialog = () => page.getByRole("dialog");
const button = (name: string) => page.getByRole("button", { name, exact: true });

beforeEach(async () => {
  signIn();
  await commands.routeLog();
});
afterEach(async () => {
  await commands.control(authKitOrigin, "clearFaults");
});

const saves = async () =>
  (await commands.routeLog()).filter((call) => call === "POST /connections").length;

test("saves and reports an account once when AuthKit's page reports it three times", async () => {
  await commands.control(authKitOrigin, "addFault", { kind: "repeated_message", count: 3 });
  const onConnected = vi.fn();
  render(
    <Product>
      <Button onConnected={onConnected} />
    </Product>,
  );
  await button("Connect Gmail").click();
  await signInToProvider("Gmail");
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(onConnected).toHaveBeenCalledTimes(1);
  expect(await saves()).toBe(1);
});

test("shows an error that AuthKit's page posts while it still loads", async () => {
  await commands.control(authKitOrigin, "addFault", { kind: "early_message" });
  render(
    <Product>
      <Button />
    </Product>,
  );
  await button("Connect Gmail").click();
  await expect
    .element(dialog().getByRole("alert"))
    .toHaveTextContent("Gmail wasn’t connectedInvalid connection credentials");
});

test("ends as declined when the consent was declined and the dialog is closed", async () => {
  const outcomes: ConnectOutcome[] = [];
  render(
    <Product>
      <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
    </Product>,
  );
  await button("Open").click();
  await signInToProvider("Gmail", "Cancel");
  await expect.element(dialog().getByRole("alert")).toBeVisible();
  await button("Close").click();
  await waitUntil(() => outcomes.length > 0);
  expect(outcomes[0]).toMatchObject({ type: "declined", error: { code: "frame_error" } });
  expect(await saves()).toBe(0);
});

test("stays open for more without a platform, and lists what was connected", async () => {
  const outcomes: ConnectOutcome[] = [];
  const onConnected = vi.fn();
  render(
    <Product>
      <Opener options={{ onConnected }} outcomes={outcomes} />
      <Accounts />
    </Product>,
  );
  await button("Open").click();
  await expect.element(dialog()).toHaveAccessibleName("Connect an account");
  const authKit = await authKitPage();
  for (const name of ["Gmail", "Slack"]) {
    await authKit.getByRole("searchbox").fill(name);
    await authKit.getByRole("button", { name, exact: true }).click();
    await signInToProvider(name);
    await waitUntil(() => onConnected.mock.calls.length > 0);
    onConnected.mockClear();
    await expect.element(dialog()).toBeVisible();
    await authKit.getByRole("button", { name: "Connect another" }).click();
  }
  await button("Close").click();
  await waitUntil(() => outcomes.length > 0);
  expect(outcomes).toMatchObject([
    { type: "connected", connections: [{ platform: "gmail" }, { platform: "slack" }] },
  ]);
  await expect.poll(() => page.getByRole("listitem").elements().length).toBe(2);
});

test("reports a callback that throws to the page's error handler, and goes on", async () => {
  const mistake = new Error("a mistake of the product's");
  const reported: unknown[] = [];
  const onError = (event: ErrorEvent) => {
    reported.push(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("error", onError, { capture: true });
  render(
    <Product>
      <Button
        onClose={() => {
          throw mistake;
        }}
      />
    </Product>,
  );
  await button("Connect Gmail").click();
  await expect.element(button("Connect Gmail")).toHaveAttribute("data-phase", "open");
  await authKitPosts({ messageType: "EXIT_EVENT_LINK" });
  await expect.element(dialog()).not.toBeInTheDocument();
  await waitUntil(() => reported.length > 0);
  window.removeEventListener("error", onError, { capture: true });
  expect(reported).toEqual([mistake]);
  expect(document.querySelector("iframe")).toBeNull();
});
