import { type BrowserContext, expect, type Locator, type Page, type Route } from "@playwright/test";
import type { DemoStack } from "../demo-stack.ts";
import { integrationsPage } from "./integrations-page.ts";

export type Scheme = "light" | "dark";

/** A view of the demo or of AuthKit's hosted page, and how to open it. */
export interface View {
  name: string;
  open(page: Page, stack: DemoStack, scheme: Scheme): Promise<void>;
  /** The part of the page that is shown, however long it is; the window by default. */
  part?(page: Page): Locator;
  /** Whether it holds requests back, so that the network never becomes idle. */
  isHeld?: boolean;
}

interface Account {
  platform: string;
  state: "operational" | "degraded" | "failed" | "unknown";
  account?: string;
  /** What Ann calls an account that has no address. */
  name?: string;
}

/** Accounts in every state that Pica knows. */
const accountsInEveryState: readonly Account[] = [
  { platform: "hubspot", state: "failed", name: "Marlow Finch CRM" },
  { platform: "gmail", state: "operational", account: "ann@marlowfinch.example" },
  { platform: "gmail", state: "operational", account: "support@marlowfinch.example" },
  { platform: "notion", state: "degraded", name: "Client handbook" },
  { platform: "slack", state: "operational", name: "Marlow Finch" },
  { platform: "stripe", state: "unknown", name: "Studio invoices" },
];

/** As many accounts as a small team's administrator has, some alike and some unnamed. */
export const twelveAccounts: readonly Account[] = [
  { platform: "gmail", state: "operational", account: "ann@marlowfinch.example" },
  { platform: "slack", state: "operational", name: "Marlow Finch" },
  { platform: "hubspot", state: "failed", name: "Marlow Finch CRM" },
  { platform: "gmail", state: "operational", account: "support@marlowfinch.example" },
  { platform: "stripe", state: "operational", name: "Studio invoices" },
  { platform: "notion", state: "degraded", name: "Client handbook" },
  { platform: "asana", state: "operational" },
  {
    platform: "gmail",
    state: "operational",
    account: "billing-and-invoices-for-europe@marlowfinch.example",
  },
  { platform: "google-calendar", state: "operational", name: "Studio" },
  { platform: "linear", state: "unknown", name: "Studio workspace" },
  { platform: "github", state: "operational" },
  { platform: "airtable", state: "operational" },
];

/** Signs Ann in, without a page. */
export const signIn = ({ request }: BrowserContext, { origin }: DemoStack) =>
  request.post(`${origin}/demo/login`, { data: { user: "ann" } });

/** Gives Ann, who must be signed in, these accounts. */
export async function seedConnections(
  { request }: BrowserContext,
  { origin, emulator }: DemoStack,
  accounts = accountsInEveryState,
) {
  const control = emulator?.emulator.control;
  if (!control) throw new Error("The views need the emulator.");
  for (const { platform, state, account } of accounts) {
    control.createConnection({ platform, state, account, identity: "u_ann", environment: "test" });
  }
  let connections: ConnectionsAnswer["connections"] = [];
  // The server asks Pica at most every two seconds.
  await expect(async () => {
    const answer = await request.get(`${origin}/api/connect/connections?refresh=true`);
    ({ connections } = (await answer.json()) as ConnectionsAnswer);
    expect(connections).toHaveLength(accounts.length);
  }).toPass();
  for (const { id, platform, name } of connections) {
    const given = accounts.find((one) => one.platform === platform)?.name;
    if (name || !given) continue;
    await request.patch(`${origin}/api/connect/connections/${id}`, {
      headers: { origin },
      data: { name: given },
    });
  }
}

interface ConnectionsAnswer {
  connections: { id: string; platform: string; name: string | null }[];
}

/** Breaks one of Ann's accounts at Pica, and lets the server notice it while no page is open. */
export async function breakAccount(
  { request }: BrowserContext,
  { origin, emulator }: DemoStack,
  platform: string,
) {
  const control = emulator?.emulator.control;
  const found = control?.connections().find((connection) => connection.platform === platform);
  if (!control || !found) throw new Error(`There is no ${platform} account.`);
  control.setConnectionState({ connection: found.key, state: "failed" });
  // The server asks Pica at most every two seconds.
  await expect(async () => {
    const answer = await request.get(`${origin}/api/connect/connections?refresh=true`);
    expect((await answer.json()).connections).toContainEqual(
      expect.objectContaining({ platform, state: "failed" }),
    );
  }).toPass();
}

/** Opens the demo with its accounts and connectors on the page. */
export const openDemo = async (page: Page, { origin }: DemoStack) => {
  await page.goto(origin);
  await expect(integrationsPage(page).row("Marlow Finch CRM")).toBeVisible();
  await expect(integrationsPage(page).gallery.getByRole("listitem").first()).toBeVisible();
};

/** AuthKit's hosted page by itself, with a ticket of the demo's server. */
async function openHostedPage(page: Page, stack: DemoStack, scheme: Scheme, connector?: string) {
  const answer = await page.context().request.post(`${stack.origin}/api/connect/sessions`, {
    headers: { origin: stack.origin },
    data: {},
  });
  const { ticket } = (await answer.json()) as { ticket: string };
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

/** The demo's page by itself and with the kit's dialog open. */
export const demoViews: View[] = [
  { name: "demo", open: openDemo },
  {
    name: "demo-setup",
    open: async (page, stack) => {
      await openDemo(page, stack);
      await page.getByRole("button", { name: "Set up Halyard" }).click();
      await expect(page.getByRole("dialog", { name: "Set up Halyard" })).toBeVisible();
    },
  },
  {
    name: "demo-dialog",
    open: async (page, stack) => {
      await openDemo(page, stack);
      const { gallery, search, authKit } = integrationsPage(page);
      await search("airtable");
      await gallery.getByRole("button", { name: "Connect Airtable" }).click();
      await expect(authKit().getByRole("button", { name: /^(Continue|Connect)/ })).toBeVisible();
    },
  },
];

/** Opens the demo with its dialog for ElevenLabs, whose account takes a key and no window. */
async function openKeyDialog(page: Page, stack: DemoStack) {
  await openDemo(page, stack);
  const { gallery, search } = integrationsPage(page);
  await search("elevenlabs");
  await gallery.getByRole("button", { name: "Connect ElevenLabs" }).click();
  await expect(page.getByRole("dialog", { name: "Connect ElevenLabs" })).toBeVisible();
}

/** Handles every request for AuthKit's page, which then never shows a sign of life. */
const routeAuthKit = (page: Page, { emulator }: DemoStack, handle: (route: Route) => unknown) =>
  page.route(({ origin, search }) => origin === emulator?.origin && search !== "", handle);

/** The kit's components with twelve accounts, and its dialog in each phase. */
export const kitViews: View[] = [
  { name: "accounts", open: openDemo, part: (page) => integrationsPage(page).accounts },
  { name: "gallery", open: openDemo, part: (page) => integrationsPage(page).gallery },
  {
    name: "dialog-1-opening",
    isHeld: true,
    open: async (page, stack) => {
      await routeAuthKit(page, stack, () => {});
      await openKeyDialog(page, stack);
      await expect(page.getByRole("dialog")).toContainText("Opening");
    },
  },
  {
    name: "dialog-2-still-opening",
    isHeld: true,
    open: async (page, stack) => {
      await page.clock.install();
      await routeAuthKit(page, stack, () => {});
      await openKeyDialog(page, stack);
      await page.clock.fastForward(2_000);
      await expect(page.getByRole("dialog")).toContainText("Still opening");
    },
  },
  {
    name: "dialog-3-blocked",
    open: async (page, stack) => {
      await page.clock.install();
      await routeAuthKit(page, stack, (route) => route.abort("blockedbyclient"));
      // The frame is hidden once the server has said that nobody uses it.
      const answered = page.waitForResponse(/\/sessions\/[^/]+$/);
      await openKeyDialog(page, stack);
      await answered;
      await page.clock.fastForward(10_000);
      await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "dialog-4-open",
    open: async (page, stack) => {
      await openKeyDialog(page, stack);
      await expect(integrationsPage(page).authKit().getByLabel("API key")).toBeVisible();
    },
  },
  {
    name: "dialog-5-saving",
    isHeld: true,
    open: async (page, stack) => {
      await page.route("**/api/connect/connections", (route) =>
        route.request().method() === "POST" ? undefined : route.continue(),
      );
      await openKeyDialog(page, stack);
      const authKit = integrationsPage(page).authKit();
      await authKit.getByLabel("API key").fill("el_0123456789");
      await authKit.getByRole("button", { name: "Connect" }).click();
      await expect(page.getByRole("dialog")).toContainText("Saving");
    },
  },
];

/** The pages between the demo's and a connected account; the emulator's own tests run axe on them. */
export const hostedViews: View[] = [
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
