// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sortByName } from "./sort-by-name.ts";

const catalog: { name: string }[] = JSON.parse(
  readFileSync(new URL("../../../emulator/src/catalog/connectors.json", import.meta.url), "utf8"),
);
const real = catalog.map(({ name }) => name);
const collated = (names: string[], locale: string) =>
  [...names].sort(new Intl.Collator(locale, { sensitivity: "base", numeric: true }).compare);
const ordered = (names: string[], locale: string) =>
  sortByName(
    names.map((name) => ({ name })),
    locale,
  ).map(({ name }) => name);

describe("names A–Z", () => {
  it.each(["ar", "de", "en", "es", "fr", "he", "ja", "pt-BR", "zh-CN"])(
    "the real catalog stands in the order of %s",
    (locale) => expect(ordered(real, locale)).toEqual(collated(real, locale)),
  );

  it("case does not matter, and numbers count by their value", () => {
    const names = ["area 10", "Zoho", "n8n", "Area 9", "NetSuite", "7shifts", "1Password"];
    expect(ordered(names, "en")).toEqual([
      "1Password",
      "7shifts",
      "Area 9",
      "area 10",
      "n8n",
      "NetSuite",
      "Zoho",
    ]);
  });

  it("letters beyond a to z stand where the language has them", () => {
    const names = ["Zoho", "Ärzte", "Asana", "Über"];
    expect(ordered(names, "de")).toEqual(["Ärzte", "Asana", "Über", "Zoho"]);
    expect(ordered(names, "sv")).toEqual(["Asana", "Über", "Zoho", "Ärzte"]);
  });

  it("a language with an order of its own for plain letters has it", () => {
    expect(ordered(["Zoho", "Slack", "Trello"], "et")).toEqual(["Slack", "Zoho", "Trello"]);
  });
});
