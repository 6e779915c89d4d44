import { fireEvent, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { ConnectError } from "../src/api/connect-error.ts";
import { connection } from "../src/connections-list/connections.fixtures.ts";
import { connectors } from "../src/connector-gallery/connectors.fixtures.ts";
import { ConnectionsList, ConnectorGallery } from "../src/index.ts";
import type { Messages } from "../src/messages/messages.ts";
import { ConnectNotice } from "../src/session/connect-notice.tsx";
import { ConnectStatus } from "../src/session/connect-status.tsx";
import type { SessionState } from "../src/session/session-state.ts";
import { listen } from "./announcements.ts";
import { giveNamedAccounts, serveAuthKitEachTest } from "./authkit-in-jsdom.ts";
import { serveEachTest } from "./product-server.ts";
import { Product, render } from "./render.tsx";
import { spoken } from "./spoken.ts";

const files = import.meta.glob<Record<string, Messages>>("../src/messages/locales/*.ts", {
  eager: true,
});
const languages = Object.entries(files).flatMap(([path, module]) => {
  const tag = /([\w-]+)\.ts$/.exec(path)?.[1] ?? "";
  return Object.values(module).map((messages) => ({ tag, messages }));
});

const server = serveEachTest();
serveAuthKitEachTest();
let said: string[] = [];
beforeEach(() => {
  said = listen();
});

/** Said in these words, with that urgency, and once. */
async function expectSaid(sentence: string) {
  await waitFor(() => expect(said).toContain(sentence));
  expect(said.filter((one) => one === sentence)).toEqual([sentence]);
}

/** A moment of a session that connects Gmail. */
const state: SessionState = {
  phase: "opening",
  target: { platform: "gmail", identityType: "user", reconnectId: undefined },
  isVisible: true,
  isSlow: false,
  isLoaded: true,
  isFrameSilent: true,
  frameNumber: 1,
  host: "authkit.picaos.com",
  connector: connectors.find(({ platform }) => platform === "gmail") ?? null,
  error: null,
  connections: [],
};

describe.for(languages)("in the language $tag, a screen reader", ({ tag, messages }) => {
  const sentences = spoken[tag as keyof typeof spoken];
  const product = { locale: tag, messages };

  const at = (moment: Partial<Record<keyof SessionState, unknown>>) => (
    <Product viewerKey="ann" {...product}>
      <ConnectNotice state={{ ...state, ...moment } as SessionState} onRetry={() => {}} />
      <ConnectStatus state={{ ...state, ...moment } as SessionState} />
    </Product>
  );
  const list = () => (
    <Product viewerKey="ann" {...product}>
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
      fireEvent.click(await button(label));
    }
  }

  test("says what needs attention, and what was disconnected", async () => {
    await giveNamedAccounts(server, [
      { platform: "gmail", name: "Mail" },
      { platform: "hubspot", name: "Sales", state: "failed" },
    ]);
    render(list());
    await expectSaid(sentences.needsAttention);
    await disconnectMail();
    await expectSaid(sentences.disconnected);
  });

  test("says that a disconnect was refused", async () => {
    await giveNamedAccounts(server, [{ platform: "gmail", name: "Mail" }]);
    server.fail({ method: "DELETE", path: "/connections", status: 502 });
    render(list());
    await disconnectMail();
    await expectSaid(sentences.rolledBack);
  });

  test("says how much a search has found", async () => {
    const initialData = { connectors, connections: [] };
    const gallery = (search: string) => (
      <Product viewerKey="ann" {...product} initialData={initialData}>
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

  test("says that the frame is blocked, an account not saved, an account connected", async () => {
    const { rerender } = render(at({}));
    rerender(at({ phase: "blocked", error: new ConnectError("frame_blocked", "No life.") }));
    await expectSaid(sentences.frameBlocked);
    rerender(at({ phase: "saving" }));
    rerender(at({ phase: "not_saved", error: new ConnectError("not_saved", "No answer.") }));
    await expectSaid(sentences.notSaved);
    const account = connection({ platform: "gmail", account: "ann@example.com" });
    const target = { ...state.target, platform: undefined };
    rerender(at({ phase: "open", target, connections: [account] }));
    await expectSaid(sentences.connected);
  });
});
