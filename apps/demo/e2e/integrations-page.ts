import type { FrameLocator, Locator, Page } from "@playwright/test";

/** The parts of the demo's page that the tests use. */
export function integrationsPage(page: Page) {
  const accounts = page.getByRole("region", { name: "Connected accounts" });
  const gallery = page.getByRole("region", { name: "Add an integration" });
  return {
    accounts,
    gallery,
    /** The row of one platform in the list of connected accounts. */
    row: (platform: string): Locator =>
      accounts.getByRole("listitem").filter({ hasText: platform }),
    search: (text: string) => gallery.getByRole("searchbox").fill(text),
    /** AuthKit's page in the kit's dialog. */
    authKit: (): FrameLocator => page.getByRole("dialog").frameLocator("iframe"),
    async signInAs(name: string) {
      await page.getByRole("button", { name: /^Signed in as/ }).click();
      await page.getByRole("menuitemradio", { name }).click();
    },
  };
}

/** Allows the access that an OAuth connector, open in the kit's dialog, asks for in its window. */
export async function allowAccess(page: Page, name: string) {
  const authKit = integrationsPage(page).authKit();
  const [provider] = await Promise.all([
    page.waitForEvent("popup"),
    authKit.getByRole("button", { name: `Continue to ${name}` }).click(),
  ]);
  await Promise.all([
    provider.waitForEvent("close"),
    provider.getByRole("button", { name: "Allow" }).click(),
  ]);
}
