import { describe, expect, it } from "vitest";
import { ask, emulatorFor } from "../../test/ask.ts";

describe("GET /v1/available-connectors", () => {
  it("answers a row in the shape that docs.picaos.com documents", async () => {
    const { body } = await ask(emulatorFor(), "/v1/available-connectors?platform=gmail");
    expect(body).toEqual({
      rows: [
        {
          id: expect.any(Number),
          name: "Gmail",
          key: "api::gmail::v1",
          platform: "gmail",
          platformVersion: "v1",
          status: "generally_available",
          description: "Messages, threads and labels",
          category: expect.any(String),
          image: "http://pica.test/logos/gmail.svg",
          tags: [],
          oauth: true,
          tools: expect.any(Number),
          version: "1.0.0",
          active: true,
        },
      ],
      total: 1,
      pages: 1,
      page: 1,
    });
  });

  it("holds the 294 connectors of the catalog, twenty on a page", async () => {
    const { body } = await ask(emulatorFor(), "/v1/available-connectors");
    expect(body).toMatchObject({ total: 294, pages: 15, page: 1 });
    expect(body.rows).toHaveLength(20);
  });

  it.each([
    ["300", 150],
    ["151", 150],
    ["100", 100],
    ["0", 1],
  ])("clamps limit=%s to %i rows", async (limit, rows) => {
    const { status, body } = await ask(emulatorFor(), `/v1/available-connectors?limit=${limit}`);
    expect(status).toBe(200);
    expect(body.rows).toHaveLength(rows);
  });

  it("gives every connector exactly once over all pages", async () => {
    const emulator = emulatorFor();
    const platforms = new Set<string>();
    for (let page = 1; page <= 3; page += 1) {
      const { body } = await ask(emulator, `/v1/available-connectors?limit=100&page=${page}`);
      for (const { platform } of body.rows) platforms.add(platform);
    }
    expect(platforms.size).toBe(294);
  });

  it("answers a page beyond the last with no rows", async () => {
    const { body } = await ask(emulatorFor(), "/v1/available-connectors?limit=100&page=9");
    expect(body).toMatchObject({ rows: [], total: 294, pages: 3, page: 9 });
  });

  it("takes skip for the clients that still page with it", async () => {
    const emulator = emulatorFor();
    const skipped = await ask(emulator, "/v1/available-connectors?skip=100&limit=100");
    const paged = await ask(emulator, "/v1/available-connectors?page=2&limit=100");
    expect(skipped.body.rows).toEqual(paged.body.rows);
  });

  it.each(["limit=ten", "page=-1", "skip=1.5"])("refuses %s", async (query) => {
    const { status, body } = await ask(emulatorFor(), `/v1/available-connectors?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ type: "error", code: 2000, status: 400 });
  });

  it("narrows down by name, key and category, and knows no search", async () => {
    const emulator = emulatorFor();
    const total = async (query: string) =>
      (await ask(emulator, `/v1/available-connectors?${query}`)).body.total;
    expect(await total("name=Gmail")).toBe(1);
    expect(await total("key=api::gmail::v1")).toBe(1);
    expect(await total("category=Accounting")).toBeGreaterThan(0);
    expect(await total("category=Accounting")).toBeLessThan(294);
    expect(await total("search=gmail")).toBe(294);
  });

  it("leaves out what is switched off in AuthKit when asked for AuthKit's", async () => {
    const emulator = emulatorFor();
    emulator.control.hidePlatform({ platform: "gmail" });
    const enabled = await ask(emulator, "/v1/available-connectors?authkit=true");
    const all = await ask(emulator, "/v1/available-connectors");
    expect(enabled.body.total).toBe(293);
    expect(all.body.total).toBe(294);
  });

  it("serves connectors of a catalog of one's own", async () => {
    const emulator = emulatorFor({
      catalog: [
        { platform: "halyard", name: "Halyard", image: "https://halyard.example/logo.svg" },
      ],
    });
    const { body } = await ask(emulator, "/v1/available-connectors");
    expect(body.rows).toMatchObject([
      { platform: "halyard", image: "https://halyard.example/logo.svg", category: null },
    ]);
  });

  it("sends no image for a connector without a logo, so that the kit shows initials", async () => {
    const { body } = await ask(emulatorFor(), "/v1/available-connectors?name=Abyssale");
    expect(body.rows).toMatchObject([{ platform: "abyssale", image: "" }]);
  });

  it("serves a logo at every image address", async () => {
    const emulator = emulatorFor();
    const { body } = await ask(emulator, "/v1/available-connectors?limit=150");
    const images = body.rows.flatMap(({ image }: { image: string }) => image || []);
    expect(images.length).toBeGreaterThan(50);
    for (const image of images) {
      const logo = await emulator.fetch(new Request(image));
      expect(logo.headers.get("content-type")).toBe("image/svg+xml");
      expect(await logo.text()).toMatch(/^<svg /);
    }
  });
});
