import type { Connector } from "@authkit-ui/contract";
import { createEmulator } from "@authkit-ui/emulator";
import { describe, expect, it } from "vitest";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { searchConnectors, suggestConnector } from "./search-connectors.ts";
import { synonyms } from "./synonyms.ts";

const names = (query: string) => searchConnectors(connectors, query).map(({ name }) => name);

describe("searching the catalog", () => {
  it("gives the catalog itself, in its order, when nothing is typed", () => {
    expect(searchConnectors(connectors, "  ")).toBe(connectors);
  });

  it.each([
    ["GMAIL", "Gmail", "case"],
    ["gmäil", "Gmail", "accents"],
    ["calendar google", "Google Calendar", "order of words"],
    ["hub spot", "HubSpot", "spaces"],
    ["click-up", "ClickUp", "punctuation"],
    ["goog cal", "Google Calendar", "beginnings of words"],
    ["gmial", "Gmail", "swapped letters"],
    ["quikbooks", "QuickBooks", "a missing letter"],
    ["salesforrce", "Salesforce", "a letter too many"],
    ["notoin", "Notion", "a typo in a short name"],
    ["dynamics 365", "Microsoft Dynamics 365 Business Central", "words in the middle"],
  ])("“%s” finds %s: %s", (query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  it("finds by category", () => {
    expect(names("crm")).toEqual(["Attio", "HubSpot", "Pipedrive", "Salesforce"]);
  });

  it.each([
    ["spreadsheet", "Airtable"],
    ["gcal", "Google Calendar"],
    ["email", "Gmail"],
    ["bookkeeping", "QuickBooks"],
    ["video calls", "Zoom"],
    ["spredsheet", "Airtable"],
  ])("finds by what people call it: “%s”", (query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  it.each([
    ["Kalender", "Google Calendar", "a whole word"],
    ["kalen", "Google Calendar", "the beginning of a word"],
    ["google kalender", "Google Calendar", "a word beside a name"],
    ["REUNIOES", "Zoom", "a word without its case and accents"],
    ["日历", "Google Calendar", "a word of two signs"],
    ["gmail", "Gmail", "a name"],
  ])("finds by words of the page's language: “%s” finds %s by %s", (query, name) => {
    const searchWords = { Kalender: "calendar", reuniões: "meetings", 日历: "calendar" };
    const found = searchConnectors(connectors, query, undefined, searchWords);
    expect(found.map((connector) => connector.name)).toContain(name);
  });

  it("takes no word of two letters for the beginning of a word of the page's language", () => {
    const searchWords = { boxen: "calendar" };
    expect(searchConnectors(connectors, "bo", undefined, searchWords)).toEqual(
      searchConnectors(connectors, "bo"),
    );
  });

  it("puts preferred platforms first among equal matches, but not before better ones", () => {
    const crm = (preferred: string[]) =>
      searchConnectors(connectors, "crm", new Set(preferred)).map(({ name }) => name);
    expect(crm(["salesforce"])).toEqual(["Salesforce", "Attio", "HubSpot", "Pipedrive"]);
    const found = searchConnectors(connectors, "li", new Set(["calendly"]));
    expect(found[0]?.name).toBe("Linear");
  });

  it("has synonyms only for platforms of the catalog", async () => {
    const emulator = createEmulator({ origin: "https://pica.test" });
    const missing: string[] = [];
    for (const platform of Object.keys(synonyms)) {
      const address = `https://pica.test/v1/available-connectors?limit=1&platform=${platform}`;
      const headers = { "x-pica-secret": "sk_test_local" };
      const answer = await emulator.fetch(new Request(address, { headers }));
      const { rows } = (await answer.json()) as { rows: { platform: string }[] };
      if (rows[0]?.platform !== platform) missing.push(platform);
    }
    expect(missing).toEqual([]);
  });

  it("finds by platform, which people may know from elsewhere", () => {
    expect(names("microsoft-dynamics-365-business-central")).toHaveLength(1);
  });

  it("puts names that start with what was typed before names that contain it", () => {
    expect(names("li")[0]).toBe("Linear");
  });

  it.each([
    ["box", ["Box", "Boxcar", "Red Box", "Mailbox", "Crate"]],
    ["red box", ["Red Box", "New Redbox", "Boxed Red", "Inboxred"]],
  ])("puts the better fit first, whatever the catalog's order: “%s”", (query, expected) => {
    const [first] = connectors;
    const catalog = [
      { name: "Crate", platform: "crate", category: "Boxes and crates" },
      { name: "Inboxred", platform: "inboxred", category: null },
      { name: "Mailbox", platform: "mailbox", category: null },
      { name: "New Redbox", platform: "new-redbox", category: null },
      { name: "Boxed Red", platform: "boxed-red", category: null },
      { name: "Red Box", platform: "red-box", category: null },
      { name: "Boxcar", platform: "boxcar", category: null },
      { name: "Box", platform: "box", category: null },
    ].map((connector) => ({ ...first, ...connector, tags: [] }) as Connector);
    const found = searchConnectors(catalog, query).map(({ name }) => name);
    expect(found.filter((name) => expected.includes(name))).toEqual(expected);
  });

  it("does not take a typo for a match when something fits exactly", () => {
    expect(names("box")).toEqual(["Box", "Dropbox"]);
    expect(names("front")).toEqual(["Front"]);
  });

  it("needs every word to fit", () => {
    expect(names("gmail zzzz")).toEqual([]);
  });

  it("finds nothing in signs alone, rather than everything", () => {
    expect(names("???")).toEqual([]);
  });

  it("searches in other scripts", () => {
    const [first] = connectors;
    const catalog = first ? [{ ...first, name: "בַּנק הפועלים", platform: "bank" }] : [];
    expect(searchConnectors(catalog, "בנק")).toHaveLength(1);
  });

  it("reads each name once, however often the catalog is searched", () => {
    let reads = 0;
    const catalog = connectors.map((connector) => ({
      ...connector,
      get name() {
        reads += 1;
        return connector.name;
      },
    }));
    for (const query of ["g", "gm", "gmial", "zzzzzzzz"]) searchConnectors(catalog, query);
    expect(reads).toBe(catalog.length);
  });
});

describe("suggesting the nearest name", () => {
  it("names a connector that is further away than a typo", () => {
    expect(searchConnectors(connectors, "kwikbuks")).toEqual([]);
    expect(suggestConnector(connectors, "kwikbooks")?.name).toBe("QuickBooks");
  });

  it("says nothing rather than something far-fetched", () => {
    expect(suggestConnector(connectors, "xyzzy")).toBeNull();
  });
});
