import { expect, test } from "./demo-test.ts";
import { consent, halyard } from "./halyard.ts";

test("a connected Gmail sends a test message, by an action that the server declares", async ({
  page,
  demo,
}) => {
  const { gallery } = halyard(page);
  await page.goto(demo.stack.origin);
  await gallery.getByRole("button", { name: "Connect Gmail" }).click();
  await consent(page, "Gmail", "Allow");

  const form = page.locator("form").filter({ hasText: "Send a test message" });
  await form.getByRole("textbox").fill("priya@halyard.example");
  await form.getByRole("button", { name: "Send" }).click();
  await expect(form.getByRole("status")).toContainText(/^Sent\. Gmail calls it \w+\.$/);

  const sent = demo.stack.emulator?.emulator.control
    .requests()
    .filter(({ path }) => path.endsWith("/messages/send"));
  expect(sent).toHaveLength(1);
});
