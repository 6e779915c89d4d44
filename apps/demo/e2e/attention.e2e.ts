import type { Page } from "@playwright/test";
import { expect, test } from "./demo-test.ts";
import { allowAccess, integrationsPage } from "./integrations-page.ts";
import { breakAccount, seedConnections, signIn } from "./views.ts";

const banner = (page: Page) => page.locator(".ak-attention-banner");
const question = (page: Page) => page.getByRole("alertdialog");
const notice = (page: Page) => page.locator(".ak-link-notice");

test("the banner and an emailed link each let Ann reconnect the broken account", async ({
  context,
  page,
  demo,
}) => {
  const { stack } = demo;
  const { row } = integrationsPage(page);
  await signIn(context, stack);
  await seedConnections(context, stack, [
    { platform: "gmail", state: "operational" },
    { platform: "hubspot", state: "failed", name: "Sales" },
  ]);
  await page.goto(stack.origin);
  await expect(banner(page)).toHaveAccessibleName("Sales needs you to sign in again");
  await expect(page.locator(".ak-announcer")).toHaveText("Sales needs you to sign in again");
  await banner(page).getByRole("button", { name: "Dismiss" }).click();
  await expect(banner(page)).toHaveCount(0);

  const id = await row("Sales").getAttribute("data-connection-id");
  const link = `${stack.origin}/?tab=1&ak-reconnect=${id}#integrations`;
  await page.goto(link);
  await expect(question(page)).toHaveAccessibleName("Reconnect Sales?");
  await expect(question(page).getByRole("button", { name: "Reconnect" })).toBeFocused();
  expect(page.url()).toBe(`${stack.origin}/?tab=1#integrations`);
  await expect(page.locator(".ak-row", { hasText: "Sales" })).toContainText("Needs attention");
  await expect(banner(page)).toHaveCount(0);
  expect(stack.emulator?.emulator.control.requests().map(({ path }) => path)).not.toContain(
    "/v1/authkit/token",
  );
  await question(page).getByRole("button", { name: "Reconnect" }).click();
  await allowAccess(page, "HubSpot");
  await expect(row("Sales")).toContainText("Connected");
  await expect(row("Sales")).toBeFocused();
});

test("a reconnect link says when the account works, and when it is not this person's", async ({
  context,
  page,
  demo,
}) => {
  const { stack } = demo;
  const { row, signInAs } = integrationsPage(page);
  await signIn(context, stack);
  await seedConnections(context, stack, [
    { platform: "hubspot", state: "operational", name: "Sales" },
  ]);
  await page.goto(`${stack.origin}/?ak-reconnect=unknown`);
  await expect(notice(page)).toContainText("isn’t among yours");
  const id = await row("Sales").getAttribute("data-connection-id");
  const link = `${stack.origin}/?tab=1&ak-reconnect=${id}#integrations`;
  await page.goto(link);
  await expect(notice(page)).toHaveText("Sales works again. There is nothing to do.");
  expect(page.url()).toBe(`${stack.origin}/?tab=1#integrations`);

  await breakAccount(context, stack, "hubspot");
  await signInAs("Ben Marsh");
  await expect(notice(page)).toHaveCount(0);
  await page.goto(link);
  await expect(notice(page)).toContainText("isn’t among yours");
  await expect(question(page)).toHaveCount(0);
});

test("Ann finishes the checklist by keyboard, although an account breaks meanwhile, and unlocks a feature", async ({
  context,
  page,
  demo,
}) => {
  const { stack } = demo;
  await signIn(context, stack);
  await page.goto(stack.origin);
  await expect(page.getByText("Connect Gmail to send a test message.")).toBeVisible();
  await page.getByRole("button", { name: "Set up Halyard" }).focus();
  await page.keyboard.press("Enter");
  const setup = page.getByRole("dialog", { name: "Set up Halyard" });
  const button = (name: string) => setup.getByRole("button", { name });

  /** Tabs to a button and presses it. */
  async function press(name: string) {
    await expect(button(name)).toBeVisible();
    for (let tabs = 0; tabs < 12; tabs += 1) {
      if (await button(name).evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await expect(button(name)).toBeFocused();
    await page.keyboard.press("Enter");
  }
  await press("Connect Gmail");
  await allowAccess(page, "Gmail");
  await expect(button("Connect Slack")).toBeFocused();

  await breakAccount(context, stack, "gmail");
  await press("Connect Slack");
  await allowAccess(page, "Slack");
  await expect(button("Connect HubSpot")).toBeFocused();
  await expect(button("Reconnect ann@marlowfinch.example")).toBeVisible();
  await press("Reconnect ann@marlowfinch.example");
  await allowAccess(page, "Gmail");
  await expect(setup).toContainText("Everything you need is connected");
  await expect(button("Connect HubSpot")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("form").filter({ hasText: "Send a test message" })).toBeVisible();
});
