import { expect, type Page } from "@playwright/test";
import type { DemoStack } from "../demo-stack.ts";
import { halyard } from "./halyard.ts";

export type Scheme = "light" | "dark";

/** Something worth looking at: how to bring a page to it. */
export interface View {
  name: string;
  open(page: Page, stack: DemoStack, scheme: Scheme): Promise<void>;
}

/** Fills Ann's vault with accounts in every state that Pica knows. */
export function furnish(stack: DemoStack): void {
  const control = stack.emulator?.emulator.control;
  if (!control) throw new Error("The views need the emulator.");
  control.reset();
  const owner = { identity: "u_ann", identityType: "user", environment: "live" } as const;
  const accounts = [
    { platform: "hubspot", state: "failed" },
    { platform: "gmail", account: "ann@marlowfinch.example", state: "operational" },
    { platform: "gmail", account: "support@marlowfinch.example", state: "operational" },
    { platform: "notion", state: "degraded" },
    { platform: "slack", state: "operational" },
    { platform: "stripe", state: "unknown" },
  ] as const;
  for (const account of accounts) {
    control.createConnection({ ...owner, environment: "test", ...account });
  }
}

/** What Ann calls those accounts of hers that have no address. */
const names: Record<string, string> = {
  hubspot: "Marlow Finch CRM",
  notion: "Client handbook",
  slack: "Marlow Finch",
  stripe: "Studio invoices",
};

const openDemo = async (page: Page, { origin }: DemoStack) => {
  await page.goto(origin);
  await expect(halyard(page).row("HubSpot")).toBeVisible();
  await page.evaluate(async (names) => {
    const { connections } = await (await fetch("/api/connect/connections")).json();
    for (const { id, platform, name } of connections) {
      if (name || !names[platform]) continue;
      await fetch(`/api/connect/connections/${id}`, {
        method: "PATCH",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name: names[platform] }),
      });
    }
  }, names);
  await page.reload();
  await expect(halyard(page).row("Marlow Finch CRM")).toBeVisible();
  await expect(halyard(page).gallery.getByRole("listitem").first()).toBeVisible();
};

/** AuthKit's hosted page by itself, with a ticket that Halyard's server gave. */
async function openHostedPage(page: Page, stack: DemoStack, scheme: Scheme, connector?: string) {
  await openDemo(page, stack);
  const { ticket } = await page.evaluate(async () => {
    const response = await fetch("/api/connect/sessions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    return (await response.json()) as { ticket: string };
  });
  const payload = {
    linkTokenEndpoint: `${stack.origin}/api/connect/token`,
    linkHeaders: { authorization: `Bearer ${ticket}` },
    companyName: "Halyard",
    selectedConnection: connector,
    appTheme: scheme,
  };
  const data = Buffer.from(JSON.stringify(payload)).toString("base64");
  await page.goto(`${stack.emulator?.origin}/?data=${encodeURIComponent(data)}`);
}

/** Every page that a person meets on the way from Halyard to a connected account. */
export const views: View[] = [
  { name: "demo", open: openDemo },
  {
    name: "demo-dialog",
    open: async (page, stack) => {
      await openDemo(page, stack);
      const { gallery, search, authKit } = halyard(page);
      await search("airtable");
      await gallery.getByRole("button", { name: "Connect Airtable" }).click();
      await expect(authKit().getByRole("button", { name: /^(Continue|Connect)/ })).toBeVisible();
    },
  },
  {
    name: "hosted-list",
    open: async (page, stack, scheme) => {
      await openHostedPage(page, stack, scheme);
      await expect(page.getByRole("listitem").first()).toBeVisible();
    },
  },
  {
    name: "hosted-detail",
    open: async (page, stack, scheme) => {
      await openHostedPage(page, stack, scheme, "Gmail");
      await expect(page.getByRole("button", { name: "Continue to Gmail" })).toBeVisible();
    },
  },
  {
    name: "hosted-key-form",
    open: async (page, stack, scheme) => {
      await openHostedPage(page, stack, scheme, "ElevenLabs");
      await expect(page.getByLabel("API key")).toBeVisible();
    },
  },
  {
    name: "hosted-error",
    open: async (page, stack, scheme) => {
      await openHostedPage(page, stack, scheme, "ElevenLabs");
      await page.getByLabel("API key").fill("invalid");
      await page.getByRole("button", { name: "Connect" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "consent",
    open: async (page, stack, scheme) => {
      await openHostedPage(page, stack, scheme, "Gmail");
      const popup = page.waitForEvent("popup");
      await page.getByRole("button", { name: "Continue to Gmail" }).click();
      const consent = await popup;
      await consent.waitForURL(/consent/);
      const address = consent.url();
      await consent.close();
      await page.goto(address);
    },
  },
];
