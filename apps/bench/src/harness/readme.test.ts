import { describe, expect, it } from "vitest";
import { replaceBetweenMarkers } from "./readme.ts";

const text = "# Bench\n<!-- size:start -->\nold\n<!-- size:end -->\nThe rest.\n";

describe("replaceBetweenMarkers", () => {
  it("replaces what is between, and nothing else", () => {
    expect(replaceBetweenMarkers(text, "size", "new\n")).toBe(
      "# Bench\n<!-- size:start -->\nnew\n<!-- size:end -->\nThe rest.\n",
    );
  });

  it("does the same when done again", () => {
    const once = replaceBetweenMarkers(text, "size", "new");
    expect(replaceBetweenMarkers(once, "size", "new")).toBe(once);
  });

  it("says what is missing", () => {
    expect(() => replaceBetweenMarkers(text, "start", "new")).toThrow("<!-- start:start -->");
  });
});
