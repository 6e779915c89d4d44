import type { Connector } from "@authkit-ui/contract";
import { describe, expect, it } from "vitest";
import { createCatalog } from "./catalog.ts";

const connector = (name: string): Connector => ({
  platform: name.toLowerCase(),
  name,
  category: null,
  image: null,
  tags: [],
  actionCount: 1,
});

describe("the catalog", () => {
  it("is sorted without regard to case, with numbers by their value", async () => {
    const names = ["area 10", "Zoho", "n8n", "Area 9", "NetSuite", "7shifts", "1Password"];
    const catalog = createCatalog({
      load: async () => names.map(connector),
      platforms: null,
      now: () => 0,
      onWarning: () => {},
    });
    const { connectors } = await catalog.read();
    const sorted = ["1Password", "7shifts", "Area 9", "area 10", "n8n", "NetSuite", "Zoho"];
    expect(connectors.map(({ name }) => name)).toEqual(sorted);
  });
});
