import { expect, postgresUrl, test } from "./demo-test.ts";
import { allowAccess, integrationsPage } from "./integrations-page.ts";

test("Ann connects Gmail, finds it again after a restart, and disconnects it", async ({
  page,
  demo,
}) => {
  const { accounts, gallery, row, search, signInAs } = integrationsPage(page);
  const connections = () => demo.stack.emulator?.emulator.control.connections();

  await page.goto(demo.stack.origin);
  await expect(gallery.getByRole("searchbox")).toHaveAttribute("placeholder", /294/);
  await search("gmai");
  await expect(gallery.getByRole("listitem")).toHaveCount(1);
  await gallery.getByRole("button", { name: "Connect Gmail" }).click();
  await expect(page.getByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
  await allowAccess(page, "Gmail");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row("Gmail")).toContainText("Connected");
  await expect(page.getByRole("button", { name: "Connected, 1 Gmail account" })).toBeVisible();

  // Vite's client would reload a page that loses its server.
  await page.goto("about:blank");
  await demo.restart();
  await page.goto(demo.stack.origin);
  await expect(row("Gmail")).toContainText("Connected");
  expect(connections()).toMatchObject([
    { platform: "gmail", identity: "u_ann", identityType: "user", state: "operational" },
  ]);

  await signInAs("Ben Marsh");
  await expect(accounts).toContainText("No accounts connected yet");
  await signInAs("Ann Okafor");
  await row("Gmail")
    .getByRole("button", { name: /^Options/ })
    .click();
  await page.getByRole("menuitem", { name: /^Disconnect/ }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Disconnect/ })
    .click();
  await expect(accounts).toContainText("ann@marlowfinch.example disconnected");
  await expect.poll(connections).toEqual([]);
  await page.reload();
  await expect(accounts).toContainText("No accounts connected yet");
});

// The embedded database serves one token server only.
if (postgresUrl) {
  test("two token servers on one database take requests in turns", async ({ demo, request }) => {
    const before = demo.stack.requestsGiven();
    for (let i = 0; i < 6; i++) await request.get(`${demo.stack.origin}/api/connect/health`);
    const given = demo.stack.requestsGiven().map((count, index) => count - (before[index] ?? 0));
    expect(given).toEqual([3, 3]);
  });
}
