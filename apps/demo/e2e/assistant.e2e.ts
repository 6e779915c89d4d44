import type { BrowserContext, Page } from "@playwright/test";
import type { DemoStack } from "../demo-stack.ts";
import { expect, test } from "./demo-test.ts";
import { allowAccess, integrationsPage } from "./integrations-page.ts";
import { breakAccount, seedConnections, signIn } from "./views.ts";

/** The parts of the assistant's page that the tests use. */
function assistantPage(page: Page) {
  const conversation = page.getByRole("log", { name: "Conversation" });
  const field = page.getByRole("textbox", { name: "Message" });
  return {
    conversation,
    field,
    /** The newest request for an account, which is a group with its question as its name. */
    card: conversation.locator(".ak-request").last(),
    async say(text: string) {
      await field.fill(text);
      await field.press("Enter");
    },
    /** What the server's next answer says that the model has got from the last call. */
    nextOutcome: async () => {
      const response = await page.waitForResponse("**/demo/assistant");
      const { messages } = (await response.json()) as { messages: ToolMessage[] };
      return messages.findLast(({ role }) => role === "tool")?.outcome;
    },
  };
}

interface ToolMessage {
  role: string;
  outcome: { status: string; requestId?: string };
}

interface Account {
  id: string;
  key: string;
  state: string;
  account?: string;
}

async function readAccounts({ request }: BrowserContext, { origin }: DemoStack) {
  const answer = await request.get(`${origin}/api/connect/connections`);
  return ((await answer.json()) as { connections: Account[] }).connections;
}

/** The requests of calls that have reached a provider, without those for an account's address. */
const callsOf = ({ emulator }: DemoStack) =>
  (emulator?.emulator.control.requests() ?? []).filter(({ path }) =>
    /\/passthrough\/(?!users\/me\/profile$)/.test(path),
  );

test("Ann connects Gmail for a note that is sent once, reconnects it to read a message, and then lets it only read", async ({
  context,
  page,
  demo,
}) => {
  const { stack } = demo;
  const { conversation, field, card, say, nextOutcome } = assistantPage(page);
  await signIn(context, stack);
  await page.goto(`${stack.origin}/#assistant`);
  const asked = nextOutcome();
  await say("Send Ann a note: The contract is signed.");
  await expect(card).toHaveAccessibleName("Connect Gmail to continue");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");

  // A script of the page claims that the account is connected.
  const requestId = (await asked)?.requestId ?? "";
  const statuses = await page.evaluate(async (id) => {
    window.postMessage({ messageType: "LINK_SUCCESS", message: { platform: "gmail" } }, "*");
    window.postMessage({ type: "connected", requestId: id }, "*");
    const post = async (path: string, body: unknown) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
      return response.status;
    };
    const [key = ""] = Object.keys(sessionStorage).filter((name) => name.includes("assistant"));
    const stored = sessionStorage.getItem(key) ?? "";
    const claimed = stored.replaceAll('"status":"pending"', '"status":"connected"');
    const connectionId = crypto.randomUUID();
    return [
      claimed === stored,
      await post("/demo/assistant", { messages: JSON.parse(claimed) }),
      await post(`/api/connect/connection-requests/${id}`, { connectionId }),
    ];
  }, requestId);
  expect(statuses).toEqual([false, 200, 409]);
  await page.reload();
  await expect(card).toHaveAccessibleName("Connect Gmail to continue");
  expect(callsOf(stack)).toEqual([]);

  // The server has run the call, but its answer is lost.
  await page.route(
    "**/demo/assistant",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await card.getByRole("button", { name: "Connect Gmail" }).click();
  await allowAccess(page, "Gmail");
  await expect(conversation).toContainText("could not be reached");
  await page.reload();
  await expect(conversation).toContainText("Sent to Ann.");
  await expect(card).toContainText("ann@marlowfinch.example");
  expect(callsOf(stack)).toMatchObject([
    { method: "POST", path: expect.stringMatching(/messages\/send$/) },
  ]);

  const [account] = await readAccounts(context, stack);
  await breakAccount(context, stack, "gmail");
  await say("Read my last message");
  await expect(card).toHaveAccessibleName("Reconnect Gmail to continue");
  await card.getByRole("button", { name: /^Reconnect/ }).click();
  await allowAccess(page, "Gmail");
  await expect(conversation).toContainText("Priya Nair wrote about “Contract for Q1”");
  expect(await readAccounts(context, stack)).toMatchObject([
    { id: account?.id, state: "operational" },
  ]);

  const { row } = integrationsPage(page);
  await page.getByRole("link", { name: "Integrations" }).click();
  await row("Gmail")
    .getByRole("button", { name: /^Options for/ })
    .click();
  await page.getByRole("menuitemradio", { name: "Reading only" }).click();
  await expect(row("Gmail")).toContainText("May be read, not changed");
  await page.getByRole("link", { name: "Assistant" }).click();
  const calls = callsOf(stack);
  await say("Send Ben a note");
  await expect(conversation).toContainText(
    "I did not send the note. This account may only be read",
  );
  expect(callsOf(stack)).toEqual(calls);
});

test("nothing is posted when Ann declines, and she chooses between two accounts once", async ({
  context,
  page,
  demo,
}) => {
  const { stack } = demo;
  const { conversation, card, say, nextOutcome } = assistantPage(page);
  await signIn(context, stack);
  await seedConnections(context, stack, [
    { platform: "gmail", state: "operational", account: "ann@marlowfinch.example" },
    { platform: "gmail", state: "operational", account: "support@marlowfinch.example" },
  ]);
  await page.goto(`${stack.origin}/#assistant`);
  await page.getByRole("button", { name: "Post in Slack" }).click();
  await expect(card).toHaveAccessibleName("Connect Slack to continue");
  const told = nextOutcome();
  await card.getByRole("button", { name: "Not now" }).click();
  expect(await told).toMatchObject({ status: "declined" });
  await expect(conversation).toContainText("I did not post in Slack.");
  expect(callsOf(stack)).toEqual([]);

  await say("Read my last message");
  await expect(card).toHaveAccessibleName("Choose a Gmail account to continue");
  await card.getByRole("radio", { name: "support@marlowfinch.example" }).check();
  await card.getByRole("button", { name: "Use this account" }).click();
  await expect(conversation).toContainText("Priya Nair wrote about “Contract for Q1”");
  const accounts = await readAccounts(context, stack);
  const chosen = accounts.find(({ account }) => account === "support@marlowfinch.example");
  expect(callsOf(stack).map(({ headers }) => headers["x-pica-connection-key"])).toEqual([
    chosen?.key,
    chosen?.key,
  ]);
});
