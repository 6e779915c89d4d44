import { expect, test } from "./demo-test.ts";
import { consent, halyard } from "./halyard.ts";

test("Ann connects Gmail, keeps it over a restart, alone, and disconnects it", async ({
  page,
  demo,
}) => {
  const { accounts, gallery, row, search, signInAs } = halyard(page);
  const connectGmail = page.getByRole("main").getByRole("button", { name: /^Connect Gmail/ });

  await page.goto(demo.stack.origin);
  await expect(gallery.getByText("Gmail", { exact: true })).toBeVisible();
  await expect(gallery.getByRole("searchbox")).toHaveAttribute("placeholder", /294/);

  await search("gmai");
  await expect(gallery.getByRole("listitem")).toHaveCount(1);
  await gallery.getByRole("button", { name: "Connect Gmail" }).click();
  await expect(page.getByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
  await consent(page, "Gmail", "Allow");

  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row("Gmail")).toContainText("Connected");
  await expect(connectGmail).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Connected, 1 Gmail account" })).toBeVisible();

  await page.reload();
  await expect(row("Gmail")).toContainText("Connected");

  // Away meanwhile: Vite's client reloads a page that loses its server, whenever it gets to it.
  await page.goto("about:blank");
  await demo.restart();
  await page.goto(demo.stack.origin);
  await expect(row("Gmail")).toContainText("Connected");
  expect(demo.stack.emulator?.emulator.control.connections()).toMatchObject([
    { platform: "gmail", identity: "u_ann", identityType: "user", state: "operational" },
  ]);

  // Ben sees nothing of it, not for one frame, even while his own list is on its way.
  let answer = () => {};
  const mayAnswer = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/connect/connections*", async (route) => {
    await mayAnswer;
    await route.continue();
  });
  await page.evaluate(() => {
    const frames: string[] = [];
    const watch = () => {
      const main = document.querySelector("main");
      const signedIn = document.querySelector<HTMLSelectElement>('[aria-label="Signed in as"]')
        ?.selectedOptions[0]?.textContent;
      if (signedIn === "Ben Marsh") frames.push(main?.textContent ?? "");
      requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    Object.assign(window, { framesOfBen: frames });
  });
  await signInAs("Ben Marsh");
  const framesOfBen = () => (window as Window & { framesOfBen?: string[] }).framesOfBen ?? [];
  await expect.poll(async () => (await page.evaluate(framesOfBen)).length).toBeGreaterThan(10);
  answer();
  await expect(accounts).toContainText("No accounts connected yet");
  const frames = await page.evaluate(framesOfBen);
  expect(frames.filter((text) => /ann@|1 connected|Connected(?! accounts)/.test(text))).toEqual([]);
  await page.unrouteAll({ behavior: "wait" });

  await signInAs("Ann Okafor");
  await expect(gallery.getByRole("searchbox")).toHaveAttribute("placeholder", /294/);
  await row("Gmail")
    .getByRole("button", { name: /^Options/ })
    .click();
  await page.getByRole("menuitem", { name: /^Disconnect/ }).click();
  const confirmation = page.getByRole("alertdialog");
  await expect(confirmation.getByRole("button", { name: "Keep connected" })).toBeFocused();
  await confirmation.getByRole("button", { name: /^Disconnect/ }).click();

  await expect(accounts).toContainText("ann@marlowfinch.example disconnected");
  // What is left of the row stays for as long as the pointer or the focus is on it.
  await page.getByRole("heading", { name: "Integrations", level: 1 }).click();
  await expect(accounts).toContainText("No accounts connected yet");
  await expect.poll(() => demo.stack.emulator?.emulator.control.connections()).toEqual([]);
  expect(await demo.stopAndQuery("SELECT id FROM user_connections")).toEqual([]);
});

test("Ann connects a platform that wants an API key", async ({ page, demo }) => {
  const { authKit, gallery, row, search } = halyard(page);
  await page.goto(demo.stack.origin);
  await search("elevenlabs");
  await gallery.getByRole("button", { name: "Connect ElevenLabs" }).click();
  await authKit().getByLabel("API key").fill("el-1234567890");
  await authKit().getByRole("button", { name: "Connect" }).click();

  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row("ElevenLabs")).toContainText("Connected");
  await page.reload();
  await expect(row("ElevenLabs")).toContainText("Connected");
});

test("Ann declines at the provider, and nothing is connected", async ({ page, demo }) => {
  const { accounts, gallery, search } = halyard(page);
  await page.goto(demo.stack.origin);
  await search("gmail");
  await gallery.getByRole("button", { name: "Connect Gmail" }).click();
  await consent(page, "Gmail", "Cancel");

  const dialog = page.getByRole("dialog", { name: "Connect Gmail" });
  await expect(dialog).toContainText(/not connected|wasn’t connected/i);
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(gallery.getByRole("button", { name: "Connect Gmail" })).toBeFocused();
  await expect(accounts).toContainText("No accounts connected yet");
  expect(demo.stack.emulator?.emulator.control.connections()).toEqual([]);
});
