import type { FrameLocator, Locator, Page } from "@playwright/test";

/** Halyard's integrations page, as a person finds their way on it. */
export function halyard(page: Page) {
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
    signInAs: (name: string) =>
      page.getByRole("combobox", { name: "Signed in as" }).selectOption({ label: name }),
  };
}

/** Goes through the consent window of an OAuth connector that is open in the kit's dialog. */
export async function consent(page: Page, name: string, decision: "Allow" | "Cancel") {
  const authKit = halyard(page).authKit();
  const popup = page.waitForEvent("popup");
  await authKit.getByRole("button", { name: `Continue to ${name}` }).click();
  const provider = await popup;
  const closed = provider.waitForEvent("close");
  await provider.getByRole("button", { name: decision }).click();
  await closed;
}
