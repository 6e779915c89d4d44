import "../src/styles/index.css";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands } from "vitest/browser";
import { ConnectError } from "../src/api/connect-error.ts";
import { connection } from "../src/connections-list/connections.fixtures.ts";
import { connectors } from "../src/connector-gallery/connectors.fixtures.ts";
import { ConnectionsList, ConnectorGallery } from "../src/index.ts";
import type { Messages } from "../src/messages/messages.ts";
import { ConnectNotice } from "../src/session/connect-notice.tsx";
import { ConnectStatus } from "../src/session/connect-status.tsx";
import type { SessionState } from "../src/session/session-state.ts";
import { giveAccounts } from "./accounts.ts";
import { listen } from "./announcements.ts";
import { Product, render, signIn } from "./render.tsx";
import { spoken } from "./spoken.ts";
import { waitFor } from "./wait.ts";

const files = import.meta.glob<Record<string, Messages>>("../src/messages/locales/*.ts", {
  eager: true,
});
const languages = Object.entries(files).flatMap(([path, module]) => {
  const tag = /([\w-]+)\.ts$/.exec(path)?.[1] ?? "";
  return Object.values(module).map((messages) => ({ tag, messages }));
});

let viewer = "";
let said: string[] = [];
beforeEach(() => {
  viewer = signIn();
  said = listen();
});
afterEach(() => commands.routeFaults([]));

/** Said in these words, with that urgency, and once. */
async function expectSaid(sentence: string) {
  await waitFor(() => expect(said).toContain(sentence));
  expect(said.filter((one) => one === sentence)).toEqual([sentence]);
}

/** A moment of a session that connects Gmail. */
const state: SessionState = {
  phase: "opening",
  request: { platform: "gmail", identityType: "user", reconnects: undefined },
  isVisible: true,
  isSlow: false,
  isLoaded: true,
  frame: 1,
  host: "authkit.picaos.com",
  connector: connectors.find(({ platform }) => platform === "gmail") ?? null,
  error: null,
  connections: [],
};

describe.for(languages)("$tag", ({ tag, messages }) => {
  const sentences = spoken[tag as keyof typeof spoken];
  const product = { locale: tag, messages };

  const at = (moment: Partial<Record<keyof SessionState, unknown>>) => (
    <Product viewerKey={viewer} {...product}>
      <ConnectNotice state={{ ...state, ...moment } as SessionState} onRetry={() => {}} />
      <ConnectStatus state={{ ...state, ...moment } as SessionState} />
    </Product>
  );
  const list = () => (
    <Product viewerKey={viewer} {...product}>
      <ConnectionsList />
    </Product>
  );
  const button = (label: string) =>
    waitFor(() => {
      const found = [...document.querySelectorAll<HTMLElement>("button")].find(
        (one) => (one.getAttribute("aria-label") ?? one.textContent) === label,
      );
      if (!found) throw new Error(`There is no button "${label}".`);
      return found;
    });
  async function disconnectMail() {
    const { options, disconnectItem, disconnect } = messages.list;
    for (const label of [options("Mail"), disconnectItem, disconnect]) {
      (await button(label)).click();
    }
  }

  test("needs attention at load; disconnected", async () => {
    await giveAccounts(viewer, [
      { platform: "gmail", name: "Mail" },
      { platform: "hubspot", name: "Sales", state: "failed" },
    ]);
    render(list());
    await expectSaid(sentences.needsAttention);
    await disconnectMail();
    await expectSaid(sentences.disconnected);
  });

  test("rolled back", async () => {
    await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
    await commands.routeFaults([{ method: "DELETE", path: "/connections", status: 502 }]);
    render(list());
    await disconnectMail();
    await expectSaid(sentences.rolledBack);
  });

  test("search settled; no match", async () => {
    const initialData = { connectors, connections: [] };
    const gallery = (search: string) => (
      <Product viewerKey={viewer} {...product} initialData={initialData}>
        <ConnectorGallery search={search} />
      </Product>
    );
    const { rerender } = render(gallery(""));
    await button(messages.gallery.connectPlatform("Airtable"));
    rerender(gallery("crm"));
    await expectSaid(sentences.searchSettled);
    rerender(gallery("xyzzy"));
    await expectSaid(sentences.noMatch);
  });

  test("frame blocked; not saved; connected", async () => {
    const { rerender } = render(at({}));
    rerender(at({ phase: "blocked", error: new ConnectError("frame_blocked", "No life.") }));
    await expectSaid(sentences.frameBlocked);
    rerender(at({ phase: "saving" }));
    rerender(at({ phase: "not_saved", error: new ConnectError("internal", "No answer.") }));
    await expectSaid(sentences.notSaved);
    const account = connection({ platform: "gmail", account: "ann@example.com" });
    rerender(at({ phase: "connected", connections: [account] }));
    await expectSaid(sentences.connected);
  });
});
