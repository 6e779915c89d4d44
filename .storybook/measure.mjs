// Serves the built Storybook as a file server does, below a path, and measures what crosses the wire
// until stories are seen. Fails when it is too much, or when one is not seen.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../.ci/chromium.mjs";

const built = fileURLToPath(new URL("../storybook-static", import.meta.url));
const base = "/design/kit/";
/** Bytes of bodies with gzip; Storybook's own user interface is the larger half. */
const most = 3_000_000;

const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const stories = [
  { id: "components-connect-button-states--not-connected", seen: ".ak-connect[data-state=idle]" },
  { id: "flows-connect--try-it-yourself", seen: ".ak-connector-gallery[data-state=ready]" },
];

if (!existsSync(join(built, "index.html"))) {
  throw new Error("There is no storybook-static. Run `npx pnpm@12 build:storybook` first.");
}

const sum = (files, key) => files.reduce((total, file) => total + file[key], 0);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;

let sent = new Map();
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const path = join(built, normalize(pathname.replace(base, "/")));
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
  if (!pathname.startsWith(base) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  const content = readFileSync(file);
  const body = gzipSync(content);
  sent.set(pathname, { plain: content.length, zipped: body.length });
  response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
  response.setHeader("content-encoding", "gzip");
  response.end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address();
const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });

try {
  for (const { id, seen } of stories) {
    sent = new Map();
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}${base}?path=/story/${id}`);
    const story = page.frameLocator("#storybook-preview-iframe").locator(seen);
    await story.waitFor({ timeout: 60_000 });
    const files = [...sent].map(([path, sizes]) => ({ path, ...sizes }));
    const own = files.filter(({ path }) => !/\/sb-(manager|addons|common-assets)\//.test(path));
    const bytes = sum(files, "zipped");
    console.log(
      `${id}: ${megabytes(bytes)} with gzip, ${megabytes(sum(files, "plain"))} without, ` +
        `in ${files.length} files; the story's page alone ${megabytes(sum(own, "zipped"))} ` +
        `and ${megabytes(sum(own, "plain"))}`,
    );
    if (process.argv.includes("--files")) {
      const largest = files.sort((a, b) => b.zipped - a.zipped).slice(0, 25);
      for (const { path, zipped } of largest) console.log(`  ${megabytes(zipped)} ${path}`);
    }
    if (bytes > most) process.exitCode = 1;
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
}
if (process.exitCode) console.error(`More than ${most / 1e6} MB.`);
