import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import type { Browser } from "playwright";
import { createServer } from "vite";
import { styles } from "../../../packages/react/styles.vite.ts";

const kit = join(import.meta.dirname, "../../../packages/react");
/** Where the README of the kit shows them from. */
const folder = join(kit, "docs/states");

/** PNG to WebP, which weighs a third, by the browser itself. */
async function toWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const base64 = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), {
        width: image.naturalWidth,
        height: image.naturalHeight,
      });
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", 0.92).replace(/^.*,/, "");
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  await page.close();
  return Buffer.from(base64, "base64");
}

/** Takes four main states of each component, in both schemes, in a narrow and in a wide place. */
export async function takeStates(browser: Browser): Promise<void> {
  const server = await createServer({
    configFile: false,
    root: kit,
    cacheDir: "node_modules/.vite/contact-sheet",
    logLevel: "error",
    plugins: [react(), styles()],
    // Found late, a dependency would reload the page, which nothing waits for.
    optimizeDeps: { entries: ["test/contact-sheet.html"] },
    server: { port: 0, host: "127.0.0.1", hmr: false },
  });
  await server.listen();
  const origin = server.resolvedUrls?.local[0];
  try {
    for (const component of ["connect-button", "connector-gallery", "connections-list"]) {
      for (const scheme of ["light", "dark"] as const) {
        for (const width of [320, 960]) {
          const context = await browser.newContext({
            viewport: { width: 1040, height: 900 },
            deviceScaleFactor: 1.5,
            colorScheme: scheme,
            reducedMotion: "reduce",
            locale: "en-GB",
            timezoneId: "UTC",
          });
          const page = await context.newPage();
          // E.g. a story that the sheet still calls by its old name.
          const failure = new Promise<never>((_resolve, reject) => page.on("pageerror", reject));
          const query = new URLSearchParams({ component, scheme, width: String(width) });
          await page.goto(`${origin}test/contact-sheet.html?${query}`);
          const sheet = page.locator("main");
          await Promise.race([sheet.locator("figure").last().waitFor(), failure]);
          await page.waitForLoadState("networkidle");
          const picture = await toWebp(browser, await sheet.screenshot());
          await writeFile(join(folder, `${component}-${scheme}-${width}.webp`), picture);
          await context.close();
        }
      }
    }
  } finally {
    await server.close();
  }
}
