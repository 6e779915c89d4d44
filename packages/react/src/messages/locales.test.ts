import { problemStatuses } from "@authkit-ui/contract";
import { describe, expect, it } from "vitest";
import type { ConnectErrorCode } from "../api/connect-error.ts";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { searchConnectors } from "../data/search-connectors.ts";
import { noticeText } from "./failure-notice.ts";
import { en } from "./locales/en.ts";
import { mergeMessages } from "./merge-messages.ts";
import type { Language } from "./messages.ts";
import type { FailureFacts } from "./session-messages.ts";

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
      const facts = { name: "Gmail", host: "authkit.example", seconds: 30, reason: null };
      for (const code of failureCodes) say(`${path}(${code})`, text(code, facts));
    } else if (path === ".connection.detail") {
      for (const state of Object.keys(en.connection.state))
        say(`${path}(${state})`, text(state, "Gmail"));
    } else {
      for (const count of counts) say(`${path}(${count})`, text(count, "Gmail"));
    }
  };
  // Numbers stand for names too: no text looks into what it is given.
  const counts = [0, 1, 2, 3, 11, 25, 100, 1_000];
  say("", messages);
  return new Map([...texts].map(([path, text]) => [path.slice(1), text]));
}

/** What a text shows where a value is missing in it. */
const unfinished = /#|undefined|null|NaN|\[object| {2}/;
/** Texts that say less while a fact is not known: a platform's name, a category, a time or a date. */
const withFact: Record<string, (messages: Language, fact: string | null) => string> = {
  "session.title": ({ session }, name) => session.title(name),
  "session.frameTitle": ({ session }, name) => session.frameTitle(name),
  "session.opening": ({ session }, name) => session.opening(name),
  "session.openingHint": ({ session }, name) => session.openingHint(name),
  "session.stillOpening": ({ session }, name) => noticeText(session.stillOpening(name)),
  "session.ready": ({ session }, name) => session.ready(name),
  "session.saving": ({ session }, name) => noticeText(session.saving(name)),
  "session.notSaved": ({ session }, name) => noticeText(session.notSaved(name)),
  "gallery.results": ({ gallery }, category) => gallery.results(25, category),
  "gallery.stale": ({ gallery }, time) => gallery.stale(time),
  "list.stale": ({ list }, time) => list.stale(time),
  "list.addedBy": ({ list }, date) => list.addedBy(date).join("Ann"),
};
const ownCodes = [
  "offline",
  "network",
  "timeout",
  "invalid_answer",
  "frame_blocked",
  "frame_error",
];
const failureCodes = [...Object.keys(problemStatuses), ...ownCodes] as ConnectErrorCode[];
const noFacts: FailureFacts = { name: null, host: "", seconds: null, reason: null };

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
    const open = [...texts].filter(([, text]) => unfinished.test(text));
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

  it.each(Object.entries(withFact))("says %s with what it may name, and without", (_path, say) => {
    const named = say(messages, "17 Gmail");
    const nameless = say(messages, null);
    expect(named).toContain("17 Gmail");
    expect([named, nameless].filter((text) => unfinished.test(text))).toEqual([]);
    expect(nameless).not.toMatch(/^\s|\s$|^[.,;:،、。]/);
    if (tag !== "en") expect(nameless).not.toBe(say(en, null));
  });

  const failure = (code: ConnectErrorCode, facts: Partial<FailureFacts> = {}) =>
    noticeText(messages.session.failure(code, { ...noFacts, ...facts }));
  const englishFailure = (code: ConnectErrorCode, facts: Partial<FailureFacts> = {}) =>
    noticeText(en.session.failure(code, { ...noFacts, ...facts }));

  it("says each failure without a fact that is not known", () => {
    const open = failureCodes.filter((code) => unfinished.test(failure(code)));
    expect(open).toEqual([]);
    const same = failureCodes.filter((code) => failure(code) === englishFailure(code));
    expect(same).toEqual(tag === "en" ? failureCodes : []);
  });

  it("names the platform in the same failures as English", () => {
    const isNamed = (text: string) => text.includes("Gmail");
    const named = failureCodes.filter((code) => isNamed(failure(code, { name: "Gmail" })));
    expect(named).toContain("platform_not_enabled");
    expect(named).toEqual(
      failureCodes.filter((code) => isNamed(englishFailure(code, { name: "Gmail" }))),
    );
  });

  it.each(["forbidden", "frame_error"] as const)(
    "gives the reason of %s as it was said",
    (code) => {
      const reason = "Ask Ann.";
      const { title, text } = messages.session.failure(code, { ...noFacts, reason });
      expect(text).toBe(reason);
      expect(title).toBe(messages.session.failure(code, noFacts).title);
    },
  );

  it("says how long to wait while that is known, and that the wait is over", () => {
    const wait = (seconds: number | null) => failure("rate_limited", { seconds });
    // Some languages say one and two in words.
    for (const seconds of [3, 11, 30, 100]) {
      expect(wait(seconds)).toContain(new Intl.NumberFormat(tag).format(seconds));
    }
    for (const seconds of [0, null]) expect(wait(seconds)).not.toMatch(/\p{Nd}/u);
    const waits = [null, 0, 1, 2, 30].map(wait);
    expect(waits.filter((text) => unfinished.test(text))).toEqual([]);
    expect(new Set(waits).size).toBe(waits.length);
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
