// @vitest-environment node
import { gzipSync } from "node:zlib";
import postcss, { type Root } from "postcss";
import { beforeAll, describe, expect, it } from "vitest";
import { buildStyles } from "./build-styles.ts";

let source: string;
let sheet: Root;

beforeAll(async () => {
  source = await buildStyles();
  sheet = postcss.parse(source);
});

const selectors = () => {
  const found: string[] = [];
  sheet.walkRules((rule) => {
    const isFrame =
      rule.parent?.type === "atrule" &&
      "name" in rule.parent &&
      /keyframes$/.test(rule.parent.name);
    if (!isFrame) found.push(...rule.selectors);
  });
  return found;
};

describe("the stylesheet that is shipped", () => {
  it("starts every selector with a class of the kit", () => {
    const others = selectors().filter(
      (selector) => !/^(:is\()?\.(ak[\s>:.-]|ak$|akx\\:)/.test(selector),
    );
    expect(others).toEqual([]);
  });

  it("has no class without the kit's prefix", () => {
    const classes = selectors().flatMap(
      (selector) => selector.match(/\.-?[a-z_][\w\\:-]*/gi) ?? [],
    );
    expect(classes.filter((name) => !/^\.(ak$|ak-|ak:|akx\\:)/.test(name))).toEqual([]);
  });

  it("says nothing about the page or about all elements", () => {
    expect(
      selectors().filter((selector) => /:root|:host|(^|[\s>+~(,])(html|body)\b/.test(selector)),
    ).toEqual([]);
    expect(selectors().filter((selector) => /(^|,)\s*\*/.test(selector))).toEqual([]);
  });

  it("has a pressed style for every hover style", () => {
    const parts = (state: string) =>
      selectors().flatMap((selector) =>
        selector
          .split(/[\s>+~]+(?![^(]*\))/)
          .filter((part) => part.includes(`:${state}`))
          .map((part) => part.match(/^\.[\w-]+(\[data-(variant|state)="\w+"\])?/)?.[0]),
      );
    const pressed = new Set(parts("active"));
    expect(pressed.size).toBeGreaterThan(5);
    expect(parts("hover").filter((part) => !pressed.has(part))).toEqual([]);
  });

  it("only reads the public tokens", () => {
    const set: string[] = [];
    sheet.walkDecls(/^--ak-/, (declaration) => {
      if (!declaration.prop.startsWith("--ak-tw-")) set.push(declaration.prop);
    });
    expect(set).toEqual([]);
  });

  it("shares no name with a host's Tailwind", () => {
    expect(source).not.toMatch(/--tw-/);
    expect(source).not.toMatch(/@layer (theme|base|components|utilities|properties)\b/);
  });

  it("is not layered: a host's unlayered reset would win over it", () => {
    const layers: string[] = [];
    sheet.walkAtRules("layer", (rule) => void layers.push(rule.params));
    expect(layers).toEqual([]);
  });

  it("names its keyframes itself, and animates with no others", () => {
    const names: string[] = [];
    sheet.walkAtRules(/keyframes$/, (rule) => void names.push(rule.params));
    expect(names.filter((name) => !name.startsWith("ak-"))).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
  });

  it("loads nothing", () => {
    expect(source).not.toMatch(/@import|url\(|@font-face/);
  });

  it("has no length that follows the root's font size, save the defaults of the tokens", () => {
    const fixed: string[] = [];
    sheet.walkDecls((declaration) => {
      const value = declaration.value.replaceAll(/var\(--ak-[a-z]+,[\d.]+rem\)/g, "");
      if (/\drem\b/.test(value)) fixed.push(String(declaration));
    });
    sheet.walkAtRules((rule) => {
      if (/\drem\b/.test(rule.params)) fixed.push(rule.params);
    });
    expect(fixed).toEqual([]);
  });

  it("knows no left and right", () => {
    const physical: string[] = [];
    sheet.walkDecls((declaration) => {
      if (/^(margin|padding|border|inset)?-?(left|right)$/.test(declaration.prop)) {
        physical.push(declaration.prop);
      }
    });
    expect(physical).toEqual([]);
  });

  it("weighs at most 8 kB, minified and compressed", () => {
    expect(gzipSync(source, { level: 9 }).length).toBeLessThanOrEqual(8_000);
  });
});
