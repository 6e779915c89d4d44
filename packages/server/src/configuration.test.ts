import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createHarness } from "../test/harness.ts";
import { ConnectConfigurationError } from "./configuration-error.ts";
import { createConnectServer } from "./connect-server.ts";
import type { ConnectServerOptions } from "./options.ts";
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

describe("an option that would weaken the server without a word", () => {
  it.each([
    // What `Number(process.env.TRUST_PROXY)` makes of "true": the client's own word for its address.
    ["trust_proxy_malformed", { trustProxy: Number.NaN }],
    ["trust_proxy_malformed", { trustProxy: -1 }],
    ["trust_proxy_malformed", { trustProxy: 1.5 }],
    ["trust_proxy_malformed", { trustProxy: Number.POSITIVE_INFINITY }],
    ["trust_proxy_malformed", { trustProxy: "true" as never }],
    // What an empty variable gives.
    ["signing_secret_too_short", { signingSecret: "" }],
    ["signing_secret_too_short", { signingSecret: "x".repeat(31) }],
    ["timeout_malformed", { pica: { timeout: Number.NaN } }],
    ["timeout_malformed", { pica: { timeout: 0 } }],
    ["timeout_malformed", { pica: { timeout: 2 ** 31 } }],
    ["rate_limit_malformed", { rateLimits: { writes: Number.NaN } }],
    ["rate_limit_malformed", { rateLimits: { address: Number.POSITIVE_INFINITY } }],
    ["rate_limit_malformed", { rateLimits: { tokens: 0 } }],
    ["rate_limit_malformed", { rateLimits: { reads: "600" as never } }],
  ] as const)(
    "keeps it from starting, and the error says what to write: %s %o",
    (code, options) => {
      expect(start(options)).toThrow(ConnectConfigurationError);
      expect(start(options)).toThrow(
        expect.objectContaining({ code, message: expect.stringMatching(/Write|Pass at least/) }),
      );
    },
  );

  it("is none of those that work", () => {
    for (const trustProxy of [true, false, 0, 2]) expect(start({ trustProxy })).not.toThrow();
    expect(start({ signingSecret: "x".repeat(32) })).not.toThrow();
    expect(start({ signingSecret: undefined })).not.toThrow();
    expect(start({ pica: { timeout: 250 } })).not.toThrow();
    expect(start({ rateLimits: { reads: 1, writes: undefined } })).not.toThrow();
    expect(start({ rateLimits: false })).not.toThrow();
  });
});
