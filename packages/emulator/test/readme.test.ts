import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { faultSchema } from "../src/control/fault.ts";
import { operations } from "../src/control/operations.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The rows of the tables by the code in their first cell. */
const rows = new Map(
  [...readme.matchAll(/^\| `(\w+)` +\|(.*)\|$/gm)].map(([, name = "", cells = ""]) => [
    name,
    cells,
  ]),
);

it("lists every operation of the control API with its input fields", () => {
  const undocumented = Object.entries(operations).flatMap(([name, { input }]) => {
    const row = rows.get(name);
    if (row === undefined) return [name];
    // `load` takes what `save` returns.
    if (name === "load" || !(input instanceof z.ZodObject)) return [];
    const fields = Object.keys(input.shape);
    return fields.filter((field) => !row.includes(`\`${field}`) && !rows.has(field));
  });
  expect(undocumented).toEqual([]);
});

it("lists every fault with its fields, those of the API first", () => {
  const kinds = faultSchema.options.map(({ shape }) => shape.kind.value);
  const table = [...rows.keys()].filter((name) => kinds.some((kind) => kind === name));
  expect(table).toEqual(kinds);
  const common = ["kind", "times", "path", "method"];
  for (const { shape } of faultSchema.options) {
    const named = [...(rows.get(shape.kind.value) ?? "").matchAll(/`(\w+)\??(?:: \w+)?`/g)];
    const fields = Object.keys(shape).filter((field) => !common.includes(field));
    expect(named.map(([, field]) => field)).toEqual(expect.arrayContaining(fields));
  }
  const ofTheApi = faultSchema.options.filter(({ shape }) => "path" in shape);
  expect(ofTheApi.map(({ shape }) => shape.kind.value)).toEqual(kinds.slice(0, 7));
});
