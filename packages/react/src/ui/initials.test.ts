import { createEmulator } from "@authkit-ui/emulator";
import { expect, it } from "vitest";
import { initials } from "./initials.ts";

it.each([
  ["Ably Control", "AC"],
  ["Abyssale", "A"],
  ["7shifts", "7"],
  ["the cat API", "TC"],
  ["Cal.com", "CC"],
  ["東京 メール", "東メ"],
  ["", "?"],
])("makes a monogram of “%s”", (name, letters) => {
  expect(initials("any", name).letters).toBe(letters);
});

interface Row {
  platform: string;
  name: string;
  image: string;
  tools: number;
}

async function readCatalog(): Promise<Row[]> {
  const emulator = createEmulator({ origin: "https://authkit.test" });
  const rows: Row[] = [];
  for (let page = 1; page < 5; page += 1) {
    const answer = await emulator.fetch(
      new Request(`https://authkit.test/v1/available-connectors?limit=100&page=${page}`, {
        headers: { "x-pica-secret": "sk_test_local" },
      }),
    );
    rows.push(...((await answer.json()) as { rows: Row[] }).rows);
  }
  return rows;
}

it("gives neighbours in the catalog different letters or hues", async () => {
  const byName = await readCatalog();
  expect(byName.length).toBeGreaterThan(200);
  for (const order of [byName, [...byName].sort((a, b) => b.tools - a.tools)]) {
    const monograms = order.map(({ platform, name, image }) => ({
      name,
      look: image === "" ? JSON.stringify(initials(platform, name)) : null,
    }));
    const alike = monograms.filter(({ look }, at) => look && look === monograms[at - 1]?.look);
    expect(alike).toEqual([]);
  }
});
