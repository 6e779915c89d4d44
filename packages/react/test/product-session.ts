import type { Page } from "playwright";

/** The product's button, whatever its session does. */
export const connectButton = (page: Page) => page.getByRole("button", { name: "Connect Gmail" });
/** The button while AuthKit's page is open. */
export const openButton = (page: Page) => page.locator("button[data-phase=open]");
export const dialog = (page: Page) => page.getByRole("dialog");
export const alert = (page: Page) => dialog(page).getByRole("alert");

/** Presses the button, and continues on AuthKit's page to the provider, in the same window. */
export async function goToProvider(page: Page, button = connectButton(page)) {
  await button.click();
  const frame = page.frameLocator("dialog iframe");
  await frame.getByRole("button", { name: "Continue to Gmail" }).click();
  await page.waitForURL(/\/consent\/gmail/);
}

/** The person's choice on the provider's page. */
export const decide = (page: Page, decision: "Allow" | "Cancel") =>
  page.getByRole("button", { name: decision, exact: true }).click();

/** Everything that the message in the dialog says, on one line. */
export const messageOf = async (page: Page) =>
  (await alert(page).getByRole("paragraph").allTextContents()).join(" ");

/** Closes the dialog, and returns what came of its session. */
export async function closeAndRead(page: Page) {
  const count = await page.evaluate(() => window.product.outcomes.length);
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await page.waitForFunction((known) => window.product.outcomes.length > known, count);
  await dialog(page).waitFor({ state: "detached" });
  const outcome = await page.evaluate(() => window.product.outcomes.at(-1));
  if (!outcome) throw new Error("There is no outcome.");
  return outcome;
}
