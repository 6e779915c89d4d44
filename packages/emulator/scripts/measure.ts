import { performance } from "node:perf_hooks";
import { createEmulator, type Emulator } from "../src/index.ts";

/**
 * Measures the first and the last page at 1,000 and at 100,000 connections, and the catalog at 294
 * and 10,000 connectors. Fails when 100,000 connections cost more than 1.5 times 1,000.
 */
const small = 1_000;
const large = 100_000;
const limit = 100;
const rounds = 300;

function emulatorWith(connections: number, connectors?: number): Emulator {
  const emulator = createEmulator({
    origin: "http://pica.test",
    requestLogSize: 10,
    ...(connectors
      ? {
          catalog: Array.from({ length: connectors }, (_, n) => ({
            platform: `p${n}`,
            name: `P ${n}`,
          })),
        }
      : {}),
  });
  for (let count = 0; count < connections; count += 1) {
    emulator.control.createConnection({
      platform: count % 3 === 0 ? "gmail" : "slack",
      identity: `user-${count % 500}`,
    });
  }
  return emulator;
}

async function ask(emulator: Emulator, path: string): Promise<number> {
  const started = performance.now();
  const answer = await emulator.fetch(
    new Request(`http://pica.test${path}`, { headers: { "x-pica-secret": "sk_test_local" } }),
  );
  await answer.json();
  return performance.now() - started;
}

/** Median milliseconds of each path; the paths take turns, so that a busy machine hits all alike. */
async function medians(asked: readonly [Emulator, string][]): Promise<number[]> {
  const times = asked.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [emulator, path]] of asked.entries()) {
      times[index]?.push(await ask(emulator, path));
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN);
}

const few = emulatorWith(small);
const many = emulatorWith(large);
const wide = emulatorWith(0, 10_000);
const list = "/v1/vault/connections";
const page = (number: number) => `${list}?limit=${limit}&page=${number}`;
const compared = [
  ["first page", page(1), page(1)],
  ["last page", page(small / limit), page(large / limit)],
  // Two connections of 1,000 and 200 of 100,000 belong to one identity; two rows are asked for.
  [
    "two rows of one identity",
    `${list}?identity=user-7&limit=2`,
    `${list}?identity=user-7&limit=2`,
  ],
] as const;

let isTooSlow = false;
for (const [name, smallPath, largePath] of compared) {
  const [one = 0, other = 0] = await medians([
    [few, smallPath],
    [many, largePath],
  ]);
  isTooSlow ||= other > one * 1.5;
  console.log(
    `${name}: p50 ${one.toFixed(2)} ms at ${small} connections, ${other.toFixed(2)} ms at ${large} (${(other / one).toFixed(2)} times)`,
  );
}
const [catalogTime = 0] = await medians([
  [wide, `/v1/available-connectors?limit=${limit}&page=100`],
]);
console.log(`last page of 10,000 connectors: p50 ${catalogTime.toFixed(2)} ms`);
process.exitCode = isTooSlow ? 1 : 0;
