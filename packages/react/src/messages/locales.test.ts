import { problemStatuses } from "@authkit-ui/contract";
import { describe, expect, it } from "vitest";
import type { ConnectErrorCode } from "../api/connect-error.ts";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { searchConnectors } from "../data/search-connectors.ts";
import { en } from "./locales/en.ts";
import { mergeMessages } from "./merge-messages.ts";
import type { Language } from "./messages.ts";

const files = import.meta.glob<Record<string, Language>>("./locales/*.ts", { eager: true });
const languages = Object.entries(files).flatMap(([path, module]) => {
  const tag = /([\w-]+)\.ts$/.exec(path)?.[1] ?? "";
  return Object.values(module).map((messages) => ({ tag, messages }));
});

/** Every text of a language as people may read it, by where it stands. */
function textsOf(messages: Language): Map<string, string> {
  const texts = new Map<string, string>();
  const say = (path: string, value: unknown): void => {
    if (typeof value === "string") texts.set(path, value);
    else if (typeof value === "function") call(path, value as (...values: unknown[]) => unknown);
    else if (typeof value === "object" && value !== null && path !== ".gallery.searchWords") {
      for (const [key, part] of Object.entries(value)) say(`${path}.${key}`, part);
    }
  };
  const call = (path: string, text: (...values: unknown[]) => unknown) => {
    if (path === ".session.failure") {
      const codes = [...Object.keys(problemStatuses), ...own] as ConnectErrorCode[];
      const facts = { name: "Gmail", host: "authkit.example", seconds: 30, reason: null };
      for (const code of codes) say(`${path}(${code})`, text(code, facts));
    } else if (path === ".connection.detail") {
      for (const state of Object.keys(en.connection.state))
        say(`${path}(${state})`, text(state, "Gmail"));
    } else {
      for (const count of counts) say(`${path}(${count})`, text(count, "Gmail"));
    }
  };
  const own = ["offline", "network", "timeout", "invalid_answer", "frame_blocked", "frame_error"];
  // Numbers stand for names too: no text looks into what it is given.
  const counts = [0, 1, 2, 3, 11, 25, 100, 1_000];
  say("", messages);
  return new Map([...texts].map(([path, text]) => [path.slice(1), text]));
}

it("comes in nine languages", () => {
  expect(languages.map(({ tag }) => tag).sort()).toEqual(
    ["ar", "de", "en", "es", "fr", "he", "ja", "pt-BR", "zh-CN"].sort(),
  );
});

describe.each(languages)("$tag", ({ tag, messages }) => {
  const texts = textsOf(messages);

  it("says everything that English says", () => {
    expect([...texts.keys()]).toEqual([...textsOf(en).keys()]);
  });

  it("leaves no number out and no place open", () => {
    const open = [...texts].filter(([, text]) => /#|undefined|\[object/.test(text));
    expect(open).toEqual([]);
  });

  it("is its own language", () => {
    if (tag === "en") return;
    const english = textsOf(en);
    const same = [...texts].filter(
      ([path, text]) => text === english.get(path) && /\p{L}{5}/u.test(text),
    );
    // Words that are the same in both.
    const shared = /^(Options|Integration|Test|Gmail|Status)/;
    expect(same.filter(([, text]) => !shared.test(text))).toEqual([]);
  });

  it.each([
    ["email", "Gmail"],
    ["calendar", "Google Calendar"],
    ["spreadsheet", "Airtable"],
    ["files", "Box"],
    ["accounting", "QuickBooks"],
    ["crm", "HubSpot"],
    ["chat", "Slack"],
  ])("has a word for %s, which finds %s", (english, name) => {
    if (tag === "en") return;
    const { searchWords } = messages.gallery;
    const words = Object.keys(searchWords).filter((word) => searchWords[word] === english);
    expect(words).not.toEqual([]);
    for (const word of words) {
      const found = searchConnectors(connectors, word, new Set(["hubspot"]), searchWords);
      expect(found.map((connector) => connector.name)).toContain(name);
    }
  });

  it("names a button with the words that it shows", () => {
    const { button, list, gallery } = messages;
    const pairs = [
      [button.tryAgain, button.tryConnectingAgain("Gmail")],
      [list.reconnect, list.reconnectAccount("ann@example.com")],
      [list.connectAgain, list.connectAgainAccount("ann@example.com")],
      [gallery.connect, gallery.connectPlatform("Gmail")],
      [gallery.addAnother, gallery.addAnotherPlatform("Gmail")],
      [gallery.reconnect, gallery.reconnectPlatform("Gmail")],
      [gallery.tryAgain, gallery.tryConnectingAgain("Gmail")],
    ];
    expect(pairs.filter(([shown = "", spoken = ""]) => !spoken.includes(shown))).toEqual([]);
  });

  it("does not shout, blame or beg", () => {
    const loud = [...texts].filter(([, text]) => /!|！|please|oops|successfully/i.test(text));
    expect(loud).toEqual([]);
  });
});

it("lets a product say one thing in its own words", () => {
  const messages = mergeMessages({ list: { title: "Your apps" } });
  expect(messages.list.title).toBe("Your apps");
  expect(messages.list.refresh).toBe(en.list.refresh);
  expect(messages.gallery).toEqual(en.gallery);
});
