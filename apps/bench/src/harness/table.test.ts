import { describe, expect, it } from "vitest";
import { toMarkdown } from "./table.ts";

describe("toMarkdown", () => {
  it("aligns words left and numbers right, with the decimals asked for", () => {
    const markdown = toMarkdown({
      caption: "Speed",
      columns: [
        { key: "name", title: "who" },
        { key: "time", title: "ms", digits: 1 },
      ],
      rows: [
        { name: "ours", time: 1234.56 },
        { name: "a | b", time: null },
      ],
    });
    expect(markdown.split("\n")).toEqual([
      "**Speed**",
      "",
      "| who    |      ms |",
      "| ------ | ------: |",
      "| ours   | 1,234.6 |",
      "| a \\| b |       – |",
    ]);
  });

  it("shows a figure that could not be computed as missing", () => {
    const markdown = toMarkdown({
      caption: "x",
      columns: [{ key: "a", title: "a" }],
      rows: [{ a: Number.NaN }],
    });
    expect(markdown).toContain("–");
  });
});
