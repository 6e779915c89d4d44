import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "../../../.ci/free-port.mjs";
import { createTokenServer } from "./token-server.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Something that is no PostgreSQL, and does this with each connection. */
async function listen(answer: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  return (server.address() as AddressInfo).port;
}

/** PostgreSQL's own refusal of a login, as its protocol writes it. */
function refuseLogin(code: string): Buffer {
  const fields = ["SFATAL", `C${code}`, 'Mpassword authentication failed for user "mara"', ""];
  const body = Buffer.from(fields.map((field) => `${field}\0`).join(""));
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

async function failure(databaseUrl: string): Promise<string> {
  try {
    const server = await createTokenServer({ secretKey: "sk_test_local", databaseUrl });
    await server.close();
  } catch (error) {
    const { message } = error as Error;
    expect(message).not.toMatch(/mara|s3cret/);
    return message;
  }
  throw new Error("It started.");
}

describe("a start whose DATABASE_URL cannot be used", () => {
  it("names host, port and cause where nothing listens", async () => {
    const port = await freePort();
    expect(await failure(`postgres://mara:s3cret@127.0.0.1:${port}/app`)).toBe(
      `The database of DATABASE_URL at 127.0.0.1:${port} cannot be used: nothing listens there ` +
        "(ECONNREFUSED). Start PostgreSQL, or correct host and port. Without DATABASE_URL the " +
        "embedded database is used.",
    );
  });

  it("names a host that nobody knows", async () => {
    expect(await failure("postgres://mara:s3cret@no-such-host.invalid/app")).toMatch(
      /at no-such-host\.invalid:5432 cannot be used: .*(ENOTFOUND|EAI_AGAIN)/,
    );
  });

  it("names a server that ends the connection", async () => {
    const port = await listen((socket) => socket.destroy());
    expect(await failure(`postgres://mara:s3cret@127.0.0.1:${port}/app`)).toContain(
      `at 127.0.0.1:${port} cannot be used: it `,
    );
  });

  it("names a login that was refused, and not whose", async () => {
    const port = await listen((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => socket.end(refuseLogin("28P01")));
    });
    expect(await failure(`postgres://mara:s3cret@127.0.0.1:${port}/app`)).toContain(
      "it refused the login (28P01). Correct user and password.",
    );
  });

  it.each([
    "mara:s3cret",
    "postgres://mara:s3cret/x@127.0.0.1/app",
    "postgres://mara:5432#s3cret@127.0.0.1/app",
    "postgres://mara:5432/s3cret@127.0.0.1/app",
    "postgres://mara:5432?s3cret@127.0.0.1/app",
    "postgres://mara:s3cret@[::/app",
  ])("repeats nothing of an address that cannot be read: %#", async (databaseUrl) => {
    expect(await failure(databaseUrl)).toContain("percent-encoded");
  });
});
