import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test } from "vitest";
import { page } from "vitest/browser";
import { ConnectButton, ConnectionsList, ConnectorGallery } from "../src/index.ts";
import { giveAccounts } from "./accounts.ts";
import { Product, signIn } from "./render.tsx";
import { waitUntil } from "./wait.ts";

/** A document with a policy, which cannot be taken back, in a frame that is. */
async function openDocument(policy: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.style.cssText = "width: 900px; height: 650px";
  frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}">`;
  const isLoaded = new Promise((resolve) => frame.addEventListener("load", resolve));
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  await isLoaded;
  return frame;
}

test("works under `style-src 'self'` without a single report", async () => {
  const frame = await openDocument("style-src 'self'");
  const inside = frame.contentDocument as Document;
  const reports: string[] = [];
  inside.addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) => {
    reports.push(`${violatedDirective} ${sourceFile}`);
  });
  const viewer = signIn();
  await giveAccounts(viewer, [
    { platform: "gmail", name: "Mail" },
    { platform: "hubspot", name: "Sales", state: "failed" },
  ]);
  const root = createRoot(inside.body);
  onTestFinished(() => root.unmount());
  root.render(
    <Product viewerKey={viewer} theme="dark">
      <ConnectButton platform="slack" />
      <ConnectionsList />
      <ConnectorGallery featured={["gmail"]} />
    </Product>,
  );
  const kit = page.frameLocator(page.elementLocator(frame));
  await kit.getByRole("button", { name: "Options for Mail" }).click();
  await kit.getByRole("menuitem", { name: "Disconnect…" }).click();
  await kit.getByRole("button", { name: "Keep connected" }).click();
  await kit.getByRole("button", { name: /^Filter by category/ }).click();
  await kit.getByRole("option", { name: /^Email ?\d/ }).click();
  await kit.getByRole("button", { name: "Connect Slack" }).first().click();
  await waitUntil(() => inside.querySelector("dialog.ak-connect-dialog[open]"));
  await kit.getByRole("button", { name: "Close" }).click();
  await waitUntil(() => inside.querySelector("dialog.ak-connect-dialog") === null);
  expect(reports).toEqual([]);

  // The test itself would have noticed: this is what the policy forbids.
  const style = inside.createElement("style");
  style.textContent = "body { color: red }";
  inside.head.append(style);
  await expect.poll(() => reports.length).toBe(1);
});
