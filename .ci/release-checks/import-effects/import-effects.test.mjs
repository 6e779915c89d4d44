import { execFile } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chromiumArgs, requireChromium } from "../../chromium.mjs";
import { bundle } from "../bundle.mjs";
import { entriesOf } from "../entries.mjs";

const folder = inject("product");
const kit = inject("packages").find(({ name }) => name === "@authkit-ui/react");
const specifiers = entriesOf(kit)
  .map(({ specifier }) => specifier)
  // Imported for what it does to jsdom.
  .filter((specifier) => !specifier.endsWith("/test-setup"));
const isLanguage = (specifier) => specifier.includes("/locales/");

/** What is imported together: each entry by itself, the languages all at once. */
const imports = [
  ...specifiers
    .filter((specifier) => !isLanguage(specifier))
    .map((specifier) => ({ what: specifier, together: [specifier] })),
  { what: "every language", together: specifiers.filter(isLanguage) },
].filter(({ together }) => together.length > 0);
const beside = (file) => fileURLToPath(new URL(file, import.meta.url));

describe.each(imports)("importing $what", ({ together }) => {
  async function importInNode(...flags) {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--experimental-import-meta-resolve", ...flags, beside("observe-in-node.mjs"), ...together],
      { cwd: folder, env: { PATH: process.env.PATH, NODE_ENV: "production" } },
    );
    return JSON.parse(stdout);
  }
  const nothing = { effects: [], globals: [], resources: 0 };

  it("in Node does nothing", async () => {
    const { exported, ...observed } = await importInNode();
    expect(exported).not.toEqual([]);
    expect(observed).toEqual(nothing);
  });

  it("in a React server component does nothing, and every name is there", async () => {
    const register = `import { register } from "node:module"; register(${JSON.stringify(
      pathToFileURL(beside("client-references.mjs")).href,
    )});`;
    const { exported, ...observed } = await importInNode(
      "--conditions=react-server",
      `--import=data:text/javascript,${encodeURIComponent(register)}`,
    );
    expect(exported).toEqual((await importInNode()).exported);
    expect(observed).toEqual(nothing);
  });
});

describe("in a browser", () => {
  let browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
  });
  afterAll(() => browser?.close());

  it.each(imports)("importing $what, all peers with it, does nothing", async ({ together }) => {
    const script = await bundle({
      code: together.map((name, index) => `export * as m${index} from "${name}";`).join("\n"),
      folder,
    });
    const page = await browser.newPage();
    const requests = [];
    const complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.route("**/*", async (route) => {
      const { pathname } = new URL(route.request().url());
      requests.push(pathname);
      await route.fulfill(
        pathname === "/kit.js"
          ? { contentType: "text/javascript", body: script }
          : { contentType: "text/html", body: "<!doctype html><title>A product</title>" },
      );
    });
    await page.addInitScript({ path: beside("observe-in-page.js") });
    await page.goto("http://product.test/");
    const { exported, effects, added } = await page.evaluate(() => window.observeImport("/kit.js"));
    await page.close();

    expect(exported).not.toEqual([]);
    expect(effects).toEqual([]);
    expect(added).toEqual({
      globals: 0,
      nodes: 0,
      attributes: 0,
      sheets: 0,
      stored: 0,
      cookies: 0,
    });
    expect(requests).toEqual(["/", "/kit.js"]);
    expect(complaints).toEqual([]);
  });
});
