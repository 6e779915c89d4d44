import "../src/styles/index.css";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { ConnectButton, ConnectionsList, ConnectorGallery } from "../src/index.ts";
import { giveAccounts } from "./accounts.ts";
import { Product, render, signIn } from "./render.tsx";

// In a file of its own: a policy cannot be taken back from a document.
test("works under `style-src 'self'` without a single report", async () => {
  const reports: string[] = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) => {
    reports.push(`${violatedDirective} ${sourceFile}`);
  });
  const policy = document.createElement("meta");
  policy.httpEquiv = "content-security-policy";
  policy.content = "style-src 'self'";
  document.head.append(policy);

  const viewer = signIn();
  await giveAccounts(viewer, [
    { platform: "gmail", name: "Mail" },
    { platform: "hubspot", name: "Sales", state: "failed" },
  ]);
  render(
    <Product viewerKey={viewer} theme="dark">
      <ConnectButton platform="slack" />
      <ConnectionsList />
      <ConnectorGallery featured={["gmail"]} />
    </Product>,
  );
  await page.getByRole("button", { name: "Options for Mail" }).click();
  await page.getByRole("menuitem", { name: "Disconnect…" }).click();
  await page.getByRole("button", { name: "Keep connected" }).click();
  await page.getByRole("button", { name: /^Filter by category/ }).click();
  await page.getByRole("option", { name: /^Email \d/ }).click();
  await page.getByRole("button", { name: "Connect Slack" }).first().click();
  await expect.element(page.getByRole("dialog", { name: "Connect Slack" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  expect(reports).toEqual([]);

  // The test itself would have noticed: this is what the policy forbids.
  const style = document.createElement("style");
  style.textContent = "body { color: red }";
  document.head.append(style);
  await expect.poll(() => reports.length).toBe(1);
});
