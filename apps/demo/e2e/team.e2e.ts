import { expect, test } from "./demo-test.ts";
import { allowAccess, integrationsPage } from "./integrations-page.ts";

test("Ben sees what Ann connects for the team, among the team's accounts only", async ({
  page,
  demo,
}) => {
  const { accounts, gallery, row, signInAs } = integrationsPage(page);
  await page.goto(demo.stack.origin);
  await page.getByRole("radio", { name: "Your team’s" }).check();
  await gallery.getByRole("button", { name: "Connect Gmail" }).click();
  await allowAccess(page, "Gmail");
  await expect(row("Gmail")).toContainText("Connected");
  await page.getByRole("radio", { name: "Yours" }).check();
  await expect(accounts).toContainText("No accounts connected yet");

  await signInAs("Ben Marsh");
  await expect(accounts).toContainText("No accounts connected yet");
  await page.getByRole("radio", { name: "Your team’s" }).check();
  await expect(row("Gmail")).toContainText("Connected");
  await expect(row("Gmail")).toContainText("Added by Ann Okafor");
  expect(demo.stack.emulator?.emulator.control.connections()).toMatchObject([
    { platform: "gmail", identity: "t_marlow", identityType: "team" },
  ]);
});
