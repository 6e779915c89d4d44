/**
 * Waits for the server-rendered banner, gate and checklist, and follows a link to an unknown
 * account.
 */
export async function meetBrokenAccount(page) {
  await page.getByRole("region", { name: "Sales needs you to sign in again" }).waitFor();
  await page.getByText("HubSpot has to be reconnected first.").waitFor();
  await page.locator(".ak-checklist[data-state=incomplete]").waitFor();
  await page.getByText("The account in this link isn’t among yours.").first().waitFor();
  await page.waitForURL((url) => url.search === "?tab=1");
}
