import { ok } from "node:assert/strict";

/**
 * Expects banner, gate and checklist in the server's HTML, before the product's real list of accounts
 * replaces `initialData`, and follows a link to an unknown account.
 */
export async function meetBrokenAccount(page) {
  const html = await (await page.request.get(page.url())).text();
  ok(
    html.includes('aria-label="Sales needs you to sign in again"'),
    "The banner is not in the HTML.",
  );
  ok(html.includes("HubSpot has to be reconnected first."), "The gate is not in the HTML.");
  ok(/ak-checklist"[^>]*data-state="incomplete"/.test(html), "The checklist is not in the HTML.");
  await page.getByText("The account in this link isn’t among yours.").first().waitFor();
  await page.waitForURL((url) => url.search === "?tab=1");
}
