import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConnectError } from "../api/connect-error.ts";
import type { AuthKitOptions } from "../provider/connect-provider-props.ts";
import { checkAuthKitOptions } from "./authkit-options.ts";

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
  ])("A4, A26: the address %j is refused", (baseUrl) => {
    expect(messageOf(() => check({ baseUrl }, "/api/connect"))).toMatch(/absolute https: address/);
  });

  test.for([
    "https://authkit.picaos.com/?x=1",
    "https://authkit.picaos.com/#x",
    "https://user:secret@authkit.picaos.com",
  ])("A26: the address %j is refused, and not repeated", (baseUrl) => {
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

  test("A27: a relative endpoint becomes an absolute token address", () => {
    const { tokenUrl } = check({}, "/api/connect");
    expect(tokenUrl).toBe(`${location.origin}/api/connect/token`);
  });

  test("the token's address ends with a slash when the endpoint does", () => {
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

    test("an absolute https: endpoint is taken", () => {
      expect(check({}, "https://app.example.com/api/connect").tokenUrl).toBe(
        "https://app.example.com/api/connect/token",
      );
    });

    test("a relative endpoint is refused, and the message asks for an absolute one", () => {
      expect(messageOf(() => check({}, "/api/connect"))).toMatch(/absolute https: address/);
    });
  });

  test.for(["/api/connect?tenant=1", "/api/connect#x", "http://[::"])(
    "the endpoint %j is refused",
    (endpoint) => {
      expect(messageOf(() => check({}, endpoint))).toMatch(/^authkit-ui: endpoint is /);
    },
  );

  test("A27: a token address that a browser would block as mixed content is refused", () => {
    expect(messageOf(() => check({}, "http://app.example.com/api"))).toMatch(
      /may not call http:\/\/app\.example\.com/,
    );
  });

  test("A30: the local network is asked for only when the token address is loopback", () => {
    expect(check({}, "http://localhost:3000/api").allow).toContain("local-network-access");
    expect(check({}, "https://app.example.com/api").allow).not.toContain("local");
  });

  test("A29: further origins are believed when they are named", () => {
    const { origins } = check({ origins: ["https://auth.withone.ai"] }, "/api");
    expect([...origins]).toEqual(["https://authkit.picaos.com", "https://auth.withone.ai"]);
  });

  test.for(["*", "https://*.picaos.com/x", "auth.withone.ai", "http://auth.withone.ai"])(
    "A29: %j is not an origin",
    (origin) => {
      expect(messageOf(() => check({ origins: [origin] }, "/api"))).toMatch(/authKit\.origins/);
    },
  );

  test.for([
    ["title", "x".repeat(101)],
    ["companyName", "x".repeat(101)],
    ["imageUrl", `https://example.com/${"x".repeat(500)}`],
  ] as const)("A5: a %s that is too long for an address is refused", ([option, value]) => {
    expect(messageOf(() => check({ [option]: value }, "/api"))).toMatch(
      new RegExp(`authKit\\.${option} .* at most`),
    );
  });

  test.for(["data:image/png;base64,AAAA", "/logo.png", "javascript:alert(1)"])(
    "A5: the image %j is refused",
    (imageUrl) => {
      expect(messageOf(() => check({ imageUrl }, "/api"))).toMatch(/not data:/);
    },
  );
});
