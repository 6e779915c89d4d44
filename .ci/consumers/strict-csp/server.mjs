import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createConnectServer, createMemoryStore } from "@authkit-ui/server";
import { createNodeListener } from "@authkit-ui/server/node";

const { AUTHKIT_ORIGIN, PICA_BASE_URL, PICA_SECRET_KEY, PORT } = process.env;

const connect = createNodeListener(
  createConnectServer({
    secret: PICA_SECRET_KEY,
    authenticate: () => ({ user: "u_strict" }),
    store: createMemoryStore(),
    pica: { baseUrl: PICA_BASE_URL },
    authKitOrigins: [AUTHKIT_ORIGIN],
  }),
);

/** All that the kit needs, and nothing more. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src ${AUTHKIT_ORIGIN}`,
  "connect-src 'self'",
  `frame-src ${AUTHKIT_ORIGIN}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Strict product</title>
<link rel="stylesheet" href="/main.css"></head>
<body><div id="root"></div><script type="module" src="/main.js"></script></body></html>`;

const files = {
  "/": { type: "text/html; charset=utf-8", read: async () => page },
  "/main.js": { type: "text/javascript", read: () => readFile("dist/main.js") },
  "/main.css": { type: "text/css", read: () => readFile("dist/main.css") },
  "/favicon.ico": { type: "image/x-icon", read: async () => "" },
};

createServer(async (request, response) => {
  if (request.url.startsWith("/api/connect")) return connect(request, response);
  const file = files[request.url];
  response.setHeader("content-security-policy", policy);
  response.setHeader("cross-origin-opener-policy", "same-origin-allow-popups");
  response.setHeader("content-type", file?.type ?? "text/plain");
  response.statusCode = file ? 200 : 404;
  response.end(file ? await file.read() : "Not found");
}).listen(Number(PORT), "localhost");
