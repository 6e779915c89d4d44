import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConnectError } from "../api/connect-error.ts";
import { type AuthKitOptions, checkAuthKitOptions } from "./authkit-options.ts";

const check = (options: AuthKitOptions, endpoint: string) =>
  checkAuthKitOptions(options, endpoint, "https://authkit.picaos.com");

const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof ConnectError && error.code === "misconfigured") return error.message;
    throw error;
  }
  throw new Error("It was accepted.");
};

describe("What AuthKit may be opened with", () => {
  test("without options: Pica's page, and the product's own token address", () => {
    const checked = check({}, "https://app.example.com/api/connect");
    expect(checked).toMatchObject({
      baseUrl: "https://authkit.picaos.com",
      host: "authkit.picaos.com",
      tokenUrl: "https://app.example.com/api/connect/token",
      allow: "clipboard-write",
    });
    expect([...checked.origins]).toEqual(["https://authkit.picaos.com"]);
  });

  test.for([
    "javascript:alert(1)",
    "data:text/html,hi",
    "/authkit",
    "",
    "http://authkit.picaos.com",
    "ftp://authkit.picaos.com",
  ])("refuses the address %j", (baseUrl) => {
    expect(messageOf(() => check({ baseUrl }, "/api/connect"))).toMatch(/absolute https: address/);
  });

  test.for([
    "https://authkit.picaos.com/?x=1",
    "https://authkit.picaos.com/#x",
    "https://user:secret@authkit.picaos.com",
  ])("refuses the address %j without repeating it", (baseUrl) => {
    const message = messageOf(() => check({ baseUrl }, "/api/connect"));
    expect(message).toMatch(/without query, fragment or credentials/);
    expect(message).not.toContain("secret");
  });

  test.for(["http://localhost:8788", "http://127.0.0.1:8788", "http://[::1]:8788"])(
    "the loopback address %s is accepted without TLS",
    (baseUrl) => {
      expect(check({ baseUrl }, "/api/connect").baseUrl).toBe(baseUrl);
    },
  );

  test("makes the token address of a relative endpoint absolute", () => {
    const { tokenUrl } = check({}, "/api/connect");
    expect(tokenUrl).toBe(`${location.origin}/api/connect/token`);
  });

  test("ends the token's address with a slash when the endpoint does", () => {
    const { tokenUrl } = check({}, "/api/connect/");
    expect(tokenUrl).toBe(`${location.origin}/api/connect/token/`);
  });

  describe.each([
    "capacitor://localhost/",
    "tauri://localhost/",
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop/popup.html",
  ])("in a page of %s", (address) => {
    const base = document.createElement("base");
    beforeEach(() => {
      base.href = address;
      document.head.append(base);
    });
    afterEach(() => base.remove());

    test("takes an absolute https: endpoint", () => {
      expect(check({}, "https://app.example.com/api/connect").tokenUrl).toBe(
        "https://app.example.com/api/connect/token",
      );
    });

    test("refuses a relative endpoint and asks for an absolute one", () => {
      expect(messageOf(() => check({}, "/api/connect"))).toMatch(/absolute https: address/);
    });
  });

  test.for(["/api/connect?tenant=1", "/api/connect#x", "http://[::"])(
    "refuses the endpoint %j",
    (endpoint) => {
      expect(messageOf(() => check({}, endpoint))).toMatch(/^authkit-ui: endpoint is /);
    },
  );

  test("refuses a token address that a browser would block as mixed content", () => {
    expect(messageOf(() => check({}, "http://app.example.com/api"))).toMatch(
      /may not call http:\/\/app\.example\.com/,
    );
  });

  test("the local network is asked for only when the token address is loopback", () => {
    expect(check({}, "http://localhost:3000/api").allow).toContain("local-network-access");
    expect(check({}, "https://app.example.com/api").allow).not.toContain("local");
  });

  test("believes further origins when they are named", () => {
    const { origins } = check({ origins: ["https://auth.withone.ai"] }, "/api");
    expect([...origins]).toEqual(["https://authkit.picaos.com", "https://auth.withone.ai"]);
  });

  test.for(["*", "https://*.picaos.com/x", "auth.withone.ai", "http://auth.withone.ai"])(
    "%j is not an origin",
    (origin) => {
      expect(messageOf(() => check({ origins: [origin] }, "/api"))).toMatch(/authKit\.origins/);
    },
  );

  test.for([
    ["title", "x".repeat(101)],
    ["companyName", "x".repeat(101)],
    ["imageUrl", `https://example.com/${"x".repeat(500)}`],
  ] as const)("refuses a %s that is too long for an address", ([option, value]) => {
    expect(messageOf(() => check({ [option]: value }, "/api"))).toMatch(
      new RegExp(`authKit\\.${option} .* at most`),
    );
  });

  test.for(["data:image/png;base64,AAAA", "/logo.png", "javascript:alert(1)"])(
    "refuses the image %j",
    (imageUrl) => {
      expect(messageOf(() => check({ imageUrl }, "/api"))).toMatch(/not data:/);
    },
  );
});
