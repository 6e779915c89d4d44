import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { logoIcons } from "../../scripts/logo-icons.ts";
import { renderLogoMarks } from "../../scripts/logo-marks.ts";
import { createCatalog } from "./catalog.ts";
import connectors from "./connectors.json" with { type: "json" };
import { logo } from "./logo.ts";
import { oauthPlatforms } from "./oauth-platforms.ts";

const catalog = createCatalog(connectors, (platform) => `https://logos.test/${platform}.svg`);

describe("The catalog", () => {
  it("holds 294 connectors of distinct platforms and names", () => {
    expect(catalog.all).toHaveLength(294);
    expect(new Set(catalog.all.map(({ platform }) => platform)).size).toBe(294);
    expect(new Set(catalog.all.map(({ name }) => name)).size).toBe(294);
  });

  it("finds each connector by its id and its platform", () => {
    for (const connector of catalog.all) {
      expect(catalog.byId(connector.id)).toBe(connector);
      expect(catalog.byPlatform(connector.platform)).toBe(connector);
    }
    expect(catalog.byId(0)).toBeUndefined();
    expect(catalog.byId(295)).toBeUndefined();
  });

  it("names a source for each platform that is signed in to, and each is in the catalog", () => {
    for (const [platform, source] of Object.entries(oauthPlatforms)) {
      expect(catalog.byPlatform(platform), platform).toBeDefined();
      expect(source).toMatch(/^github\.com\//);
    }
  });

  it("asks for at least one thing where nobody is sent to sign in", () => {
    for (const { oauth, fields } of catalog.all) {
      if (!oauth) expect(fields.length).toBeGreaterThan(0);
    }
  });

  it("refuses an entry without a name", () => {
    // @ts-expect-error: the type asks for a name, which a catalog file may lack
    expect(() => createCatalog([{ platform: "gmail" }], String)).toThrow();
  });
});

describe("The logos", () => {
  it("are current: `pnpm generate` would change nothing", async () => {
    const file = new URL("logo-marks.ts", import.meta.url);
    expect(await readFile(file, "utf8")).toBe(renderLogoMarks());
  });

  it("are chosen for platforms that are in the catalog", () => {
    for (const platform of Object.keys(logoIcons)) {
      expect(catalog.byPlatform(platform), platform).toBeDefined();
    }
  });

  it("are a mark where there is one, and else a monogram", () => {
    expect(logo("slack", "Slack")).toMatch(/^<svg [^>]*viewBox="0 0 256 256"><path fill="#e01e5a"/);
    expect(logo("abyssale", "Abyssale")).toMatch(/<text [^>]*>A<\/text>/);
    expect(logo("ably-control", "Ably Control")).toMatch(/>AC<\/text>/);
  });

  it("hold a strange name as text", () => {
    expect(logo("x-y", "<script>")).not.toContain("<script>");
  });
});
