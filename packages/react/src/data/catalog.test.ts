import type { Connector } from "@authkit-ui/contract";
import { describe, expect, it } from "vitest";
import { buildCatalog } from "./catalog.ts";

const connector = (name: string, category: string | null = null): Connector => ({
  platform: name.toLowerCase(),
  name,
  category,
  image: null,
  tags: [],
  actionCount: 1,
});
const build = (connectors: Connector[], locale: string) =>
  buildCatalog({ connectors, total: connectors.length }, locale);
const sorted = (names: string[], locale: string) =>
  build(
    names.map((name) => connector(name)),
    locale,
  ).connectors.map(({ name }) => name);

describe("buildCatalog", () => {
  it("keeps the order of the server in English", () => {
    const names = ["Zoho", "Asana", "n8n"];
    expect(sorted(names, "en")).toEqual(names);
    expect(sorted(names, "en-GB")).toEqual(names);
  });

  it("sorts names without regard to case, and numbers by their value", () => {
    const names = ["area 10", "Zoho", "n8n", "Area 9", "NetSuite", "7shifts", "1Password"];
    const expected = ["1Password", "7shifts", "Area 9", "area 10", "n8n", "NetSuite", "Zoho"];
    expect(sorted(names, "fr")).toEqual(expected);
  });

  it("sorts names by the rules of the locale", () => {
    const names = ["Zoho", "Ärzte", "Asana", "Über"];
    expect(sorted(names, "de")).toEqual(["Ärzte", "Asana", "Über", "Zoho"]);
    expect(sorted(names, "sv")).toEqual(["Asana", "Über", "Zoho", "Ärzte"]);
    expect(sorted(["Zoho", "Slack", "Trello"], "et")).toEqual(["Slack", "Zoho", "Trello"]);
  });

  it("counts each category A–Z, and connectors without one last", () => {
    const { categories } = build(
      [connector("A", "email"), connector("B"), connector("C", "CRM"), connector("D", " CRM ")],
      "en",
    );
    expect(categories).toEqual([
      { name: "CRM", count: 2 },
      { name: "email", count: 1 },
      { name: null, count: 1 },
    ]);
  });

  it("gives the same catalog for the same answer and locale", () => {
    const answer = { connectors: [connector("Gmail")], total: 1 };
    expect(buildCatalog(answer, "en")).toBe(buildCatalog(answer, "en"));
  });
});
