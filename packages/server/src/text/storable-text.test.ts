import { describe, expect, it } from "vitest";
import { isStorableText, sanitizeText } from "./storable-text.ts";

describe("storable text", () => {
  it.each(["a\u0000b", "a\nb", "a\u009fb", "a\ud83d", "\udcee b"])("is not %j", (text) => {
    expect(isStorableText(text)).toBe(false);
  });

  it.each(["", "Büro 📮", "👩‍👩‍👧", "שלום"])("is %j, which is kept as it is", (text) => {
    expect(isStorableText(text)).toBe(true);
    expect(sanitizeText(text, 100)).toBe(text);
  });

  it("is what sanitizeText keeps, cut between characters", () => {
    expect(sanitizeText(" a\u0000\tb\ud83d ", 100)).toBe("ab");
    expect(sanitizeText(`${"x".repeat(99)}📮`, 100)).toBe("x".repeat(99));
    expect(sanitizeText(`${"x".repeat(98)}📮`, 100)).toBe(`${"x".repeat(98)}📮`);
  });
});
