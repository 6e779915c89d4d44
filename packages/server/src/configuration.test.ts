import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createHarness } from "../test/harness.ts";
import { createConnectServer } from "./connect-server.ts";
import { ConnectConfigurationError } from "./errors/configuration-error.ts";
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
    ["base_path_malformed", { basePath: "" }],
    ["base_path_malformed", { basePath: "/api//connect" }],
    ["base_path_malformed", { basePath: "/api/connect?x" }],
    ["base_path_malformed", { basePath: "https://app.example.com/api" }],
    ["base_url_malformed", { pica: { baseUrl: "http://pica.example" } }],
  ] as const)("does not start: %s", (code, options) => {
    expect(start(options)).toThrow(expect.objectContaining({ code }));
  });
});

describe("an allowed origin", () => {
  it.each([
    "https://app.example.com",
    "https://app.example.com:8443",
    "http://localhost:3000",
    "http://tauri.localhost",
    "https://tauri.localhost",
    "tauri://localhost",
    "capacitor://localhost",
    "ionic://localhost",
    "app://obsidian.md",
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
    "moz-extension://0fa8a0a5-6d3c-4f0e-9b1c-0d4d4f5a7a11",
    "safari-web-extension://0FA8A0A5-6D3C-4F0E-9B1C-0D4D4F5A7A11",
  ])("may be %s", (origin) => {
    expect(start({ allowedOrigins: [origin] })).not.toThrow();
  });

  it.each([
    "*",
    "null",
    "",
    "https://*.example.com",
    "https://app.example.com/",
    "https://app.example.com/path",
    "https://user@app.example.com",
    "HTTPS://app.example.com",
    "https://app.example.com:443",
    "capacitor://localhost/",
    "capacitor://localhost/index.html",
    "capacitor://user@localhost",
    "capacitor://localhost?x",
    "capacitor://*",
    "capacitor:localhost",
    "capacitor://",
    "chrome-extension://*",
    "file://",
    "file:///index.html",
    "data:text/html,x",
    "blob:https://app.example.com/1",
    "javascript:alert(1)",
    "localhost:3000",
  ])("is never %j, and the error says what an origin is", (origin) => {
    expect(start({ allowedOrigins: [origin] })).toThrow(
      expect.objectContaining({
        code: "origin_malformed",
        message: expect.stringMatching(
          /^allowedOrigins holds .* is not an origin\. (Write|"null")/,
        ),
      }),
    );
  });

  it.each(["origin", "authKitOrigins"])("of a native shell is none for %s", (option) => {
    const origin = "capacitor://localhost";
    const options = { [option]: option === "origin" ? origin : [origin] };
    expect(start(options)).toThrow(expect.objectContaining({ code: "origin_malformed" }));
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
    ["access_malformed", { access: {} as never }],
    ["access_malformed", { access: { default: "write" as never } }],
    ["access_malformed", { access: "read" as never }],
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

  it("lets the server start with every valid value", () => {
    for (const trustProxy of [true, false, 0, 2]) expect(start({ trustProxy })).not.toThrow();
    expect(start({ signingSecret: "x".repeat(32) })).not.toThrow();
    expect(start({ signingSecret: undefined })).not.toThrow();
    expect(start({ pica: { timeout: 250 } })).not.toThrow();
    expect(start({ rateLimits: { reads: 1, writes: undefined } })).not.toThrow();
    expect(start({ rateLimits: false })).not.toThrow();
  });
});
