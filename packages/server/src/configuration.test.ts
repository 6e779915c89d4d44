import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createHarness } from "../test/harness.ts";
import { ConnectConfigurationError } from "./configuration-error.ts";
import { createConnectServer } from "./connect-server.ts";
import type { ConnectServerOptions } from "./options.ts";
import { createPostgresStore } from "./postgres.ts";
import { createMemoryStore } from "./store/memory-store.ts";

const start = (options: Partial<ConnectServerOptions>) => () =>
  createConnectServer({
    secret: "sk_test_1",
    authenticate: () => null,
    store: createMemoryStore(),
    ...options,
  });

describe("a secret key", () => {
  it.each([undefined, "", "  ", "pk_live_1", "sk_live", "sk_test_a b", "YOUR_PICA_SECRET_KEY"])(
    "such as %j keeps the server from starting, and the error says what to do",
    (secret) => {
      expect(start({ secret })).toThrow(ConnectConfigurationError);
      expect(start({ secret })).toThrow(/PICA_SECRET_KEY|sk_live_ or sk_test_/);
    },
  );

  it("may have white space around it, as pasted keys do", () => {
    expect(start({ secret: " sk_live_1\n" })).not.toThrow();
  });

  it("goes only to https addresses and to this machine", () => {
    for (const baseUrl of ["http://api.picaos.com", "ftp://x", "api.picaos.com", "//x"]) {
      expect(start({ pica: { baseUrl } })).toThrow(/https/);
    }
    expect(start({ pica: { baseUrl: "http://127.0.0.1:8788" } })).not.toThrow();
  });

  it("cannot be read from the server object", () => {
    const { connect } = createHarness();
    const texts = [inspect(connect, { depth: 20, showHidden: true }), JSON.stringify(connect)];
    for (const text of texts) expect(text).not.toContain("sk_test_local");
  });
});

describe("a PostgreSQL store", () => {
  it.each([undefined, ""])("whose address is %j is not made: pg would take one here", (url) => {
    expect(() => createPostgresStore({ connectionString: url })).toThrow(
      expect.objectContaining({
        code: "database_url_missing",
        message: expect.stringContaining("DATABASE_URL"),
      }),
    );
  });
});

describe("a server that could not work", () => {
  it.each([
    ["authenticate_missing", { authenticate: undefined as never }],
    ["store_missing", { store: undefined as never }],
    ["origin_malformed", { origin: "app.example.com" }],
    ["origin_malformed", { authKitOrigins: ["https://authkit.picaos.com/"] }],
    ["origin_malformed", { allowedOrigins: ["*"] }],
    ["base_path_malformed", { basePath: "api/connect/" }],
    ["base_url_malformed", { pica: { baseUrl: "http://pica.example" } }],
  ] as const)("does not start: %s", (code, options) => {
    expect(start(options)).toThrow(expect.objectContaining({ code }));
  });
});
