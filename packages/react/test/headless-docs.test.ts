// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const docs = new URL("../docs/", import.meta.url);
const guide = readFileSync(new URL("headless.md", docs), "utf8");

test.each(readdirSync(new URL("headless/", docs)))(
  "the headless guide shows %s as it is compiled and tested",
  (file) => {
    const source = readFileSync(new URL(`headless/${file}`, docs), "utf8");
    expect(guide).toContain(`(headless/${file})\n\n\`\`\`tsx\n${source}\`\`\``);
  },
);
