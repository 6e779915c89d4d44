import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const built = fileURLToPath(new URL("../storybook-static", import.meta.url));
const base = "/design/kit/";

const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * Serves the built Storybook as a file server does, below a path. `onSent` hears of each file's path
 * and its bytes, `plain` and `zipped`. Resolves to the address, and to what ends it.
 */
export async function serveBuilt(onSent = () => {}) {
  if (!existsSync(join(built, "index.html"))) {
    throw new Error("There is no storybook-static. Run `npx pnpm@12 build:storybook` first.");
  }
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
    onSent(pathname, { plain: content.length, zipped: body.length });
    response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    response.setHeader("content-encoding", "gzip");
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${server.address().port}${base}`,
    close: () => server.close(),
  };
}
