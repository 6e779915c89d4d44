/**
 * Asks for a token under each fault that makes the official client fail, with the default logger,
 * and prints what came of it. A program of its own, so that its whole output can be searched.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { serveEmulator } from "@authkit-ui/emulator/node";
import { createConnectServer, createMemoryStore } from "../src/index.ts";

const authKit = "http://authkit.test";

/** One token request of a server of its own; the problem's code, or "issued". */
async function ask(baseUrl: string, timeout = 60_000): Promise<string> {
  const connect = createConnectServer({
    secret: "sk_test_local",
    authenticate: () => ({ user: "u_ann" }),
    store: createMemoryStore(),
    authKitOrigins: [authKit],
    pica: { baseUrl, timeout },
  });
  const url = (path: string) => `http://product.test/api/connect${path}`;
  const begun = await connect.handler(
    new Request(url("/sessions"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    }),
  );
  const { ticket } = await begun.json();
  const headers = { origin: authKit, authorization: `Bearer ${ticket}` };
  const answer = await connect.handler(new Request(url("/token"), { method: "POST", headers }));
  const body = await answer.json();
  console.log(inspect(connect, { depth: 10 }), JSON.stringify(body).slice(0, 300));
  return answer.ok ? `issued ${body.rows.length}` : body.code;
}

const pica = await serveEmulator();
const { control } = pica.emulator;
const outcomes: Record<string, string> = {};
const flags = "/v1/users/flags";
const mint = "/v1/authkit";
const faults = {
  "T1 a 401 with a body": { kind: "status", status: 401 },
  "T1 a 503 of HTML": { kind: "html", status: 503, path: mint },
  "T2 a broken connection": { kind: "dropped_socket", path: mint },
  "T3 failing flags": { kind: "status", status: 500, path: flags },
  "T4 no answer": { kind: "delay", milliseconds: 60_000, path: mint },
  "T5 a 429": { kind: "status", status: 429, path: mint },
  "T6 a 200 of HTML": { kind: "html", path: mint },
  "T7 two million pages": { kind: "lying_pages", pages: 2_000_000, path: mint },
} as const;
for (const [name, fault] of Object.entries(faults)) {
  control.clearRequests();
  control.addFault(fault);
  const timeout = fault.kind === "delay" ? 2_000 : undefined;
  outcomes[name] = `${await ask(pica.origin, timeout)}, ${control.requests().length} requests`;
  control.clearFaults();
}

// A redirect to another host, which would have been handed the secret.
let stolen = "nothing";
const thief = createServer((request, response) => {
  stolen = String(request.headers["x-pica-secret"]);
  response.end("{}");
}).listen(0, "127.0.0.1");
await new Promise((resolve) => thief.once("listening", resolve));
const { port } = thief.address() as AddressInfo;
const redirecting = createServer((_request, response) => {
  response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end();
}).listen(0, "127.0.0.1");
await new Promise((resolve) => redirecting.once("listening", resolve));
const from = (redirecting.address() as AddressInfo).port;
outcomes["T8 a redirect"] = `${await ask(`http://127.0.0.1:${from}`)}, thief got ${stolen}`;

try {
  createConnectServer({
    secret: "sk_test_local and more",
    authenticate: () => null,
    store: createMemoryStore(),
  });
} catch (error) {
  console.error(error);
  outcomes["T9 a malformed key"] = (error as { code: string }).code;
}

console.log(`OUTCOMES ${JSON.stringify(outcomes)}`);
process.exit(0);
