import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { getRequestListener } from "@hono/node-server";
import type { Browser } from "playwright";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { createEmulator, Emulator } from "../src/index.ts";
import { startProduct } from "./product.ts";
import { launchBrowser, openConsent, visit } from "./visit.ts";

/** The emulator as a product's bundler leaves it: one minified file with everything inside. */
let folder: string;
let file: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(import.meta.dirname, "bundle-"));
  await build({
    root: join(import.meta.dirname, ".."),
    configFile: false,
    logLevel: "error",
    build: {
      outDir: folder,
      minify: "oxc",
      lib: { entry: "src/index.ts", formats: ["es"], fileName: "emulator" },
    },
  });
  file = join(folder, "emulator.js");
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

declare global {
  interface Window {
    emulator: Emulator;
  }
}

const inPage = `<!doctype html><title>Page</title><script type="module">
  import { createEmulator } from "/emulator.js";
  window.emulator = createEmulator({ origin: location.origin + "/cloud" });
</script>`;

it("needs nothing of Node, and runs inside a page", async () => {
  const code = await readFile(file, "utf8");
  expect(code).not.toMatch(/from\s*["']node:/);
  const server = createServer((request, response) => {
    const isModule = request.url === "/emulator.js";
    response.setHeader("content-type", isModule ? "text/javascript" : "text/html");
    response.end(isModule ? code : inPage);
  });
  const origin = await listen(server);
  const page = await browser.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => "emulator" in window);
  const answer = await page.evaluate(async () => {
    const request = new Request(`${location.origin}/cloud/v1/available-connectors`, {
      headers: { "x-pica-secret": "sk_test_local" },
    });
    const response = await window.emulator.fetch(request);
    return { status: response.status, body: await response.json() };
  });
  expect(answer).toMatchObject({ status: 200, body: { total: 294 } });
  expect(answer.body.rows[0].image).toBe(`${origin}/cloud/logos/1-password.svg`);
  await page.close();
  server.close();
});

it("serves a hosted page that works, below a path of its own", async () => {
  const bundle: { createEmulator: typeof createEmulator } = await import(pathToFileURL(file).href);
  const server = createServer();
  const origin = `${await listen(server)}/cloud`;
  const emulator = bundle.createEmulator({ origin });
  server.on("request", getRequestListener(emulator.fetch));

  const product = await startProduct({ origin });
  const visited = await visit(browser, product.page("useAuthKit", { selectedConnection: "Gmail" }));
  const consent = await openConsent(visited, "Gmail");
  await consent.getByRole("button", { name: "Allow" }).click();
  await visited.frame.getByRole("heading", { name: "Gmail is connected" }).waitFor();
  expect(emulator.control.connections()).toMatchObject([{ platform: "gmail" }]);

  await visited.close();
  await product.close();
  server.closeAllConnections();
  server.close();
});
