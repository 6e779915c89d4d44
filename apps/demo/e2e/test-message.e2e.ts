import { expect, test } from "./demo-test.ts";
import { integrationsPage } from "./integrations-page.ts";
import { seedConnections, signIn } from "./views.ts";

test("Ann sends a test message through her Gmail account, by an action of the server", async ({
  context,
  page,
  demo,
}) => {
  await signIn(context, demo.stack);
  await seedConnections(context, demo.stack, [{ platform: "gmail", state: "operational" }]);
  await page.goto(demo.stack.origin);

  const form = page.locator("form").filter({ hasText: "Send a test message" });
  await form.getByRole("textbox").fill("priya@halyard.example");
  await form.getByRole("button", { name: "Send" }).click();
  await expect(form.getByRole("status")).toContainText(/^Sent\. Gmail calls it \w+\.$/);

  const { accounts, row } = integrationsPage(page);
  await expect(row("Gmail")).toContainText("Added");
  await accounts.getByRole("button", { name: "Refresh" }).click();
  await expect(row("Gmail")).toContainText("Last used today");

  const sent = demo.stack.emulator?.emulator.control
    .requests()
    .filter(({ path }) => path.endsWith("/messages/send"));
  expect(sent).toHaveLength(1);
});
