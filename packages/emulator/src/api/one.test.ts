import { describe, expect, it } from "vitest";
import { ask, emulatorFor } from "../../test/ask.ts";

/** What is different when the emulator speaks One's API (OpenAPI 5.35.0). */
const emulatorOfOne = () => emulatorFor({ generation: "one" });
const gmail = "https://www.googleapis.com/auth/gmail";
const headers = { "x-one-secret": "sk_test_local" };

describe("One's generation of the API", () => {
  it("takes the key in x-one-secret alone", async () => {
    const emulator = emulatorOfOne();
    const path = "/v1/vault/connections";
    expect((await ask(emulator, path, { secret: null, headers })).status).toBe(200);
    expect((await ask(emulator, path, { secret: "sk_test_local" })).status).toBe(401);
  });

  it("shows the catalog to anybody, who then cannot ask for what is enabled", async () => {
    const emulator = emulatorOfOne();
    emulator.control.hidePlatform({ platform: "gmail" });
    const path = "/v1/available-connectors?authkit=true";
    expect((await ask(emulator, path, { secret: null })).body.total).toBe(294);
    expect((await ask(emulator, path, { secret: null, headers })).body.total).toBe(293);
  });

  it("sends a webhook on request, and returns the status of the answer", async () => {
    const sent: Request[] = [];
    const emulator = emulatorFor({
      generation: "one",
      fetch: async (input, init) => {
        sent.push(new Request(input, init));
        return new Response(null, { status: 202 });
      },
    });
    const { id, key } = emulator.control.createConnection({ platform: "gmail", identity: "ann" });
    const url = "https://product.test/api/connect/webhooks/one";
    const answer = await emulator.control.sendWebhook({
      url,
      event: "oauth.failed",
      connection: id,
    });
    expect(answer).toEqual({ status: 202 });
    // A deleted connection is named, too.
    emulator.control.deleteConnection({ connection: id });
    const over = "/__emulator/sendWebhook";
    const body = { url, event: "connection.deleted", connection: key };
    const init = { method: "POST", body, headers: { "content-type": "application/json" } };
    expect((await ask(emulator, over, init)).body).toEqual({ status: 202 });

    expect(sent.map((request) => `${request.method} ${request.url}`)).toEqual(
      Array(2).fill(`POST ${url}`),
    );
    expect(await Promise.all(sent.map((request) => request.json()))).toMatchObject([
      { type: "oauth.failed", data: { id, key, identity: "ann" } },
      { type: "connection.deleted", data: { key } },
    ]);
  });

  it("returns a null status when nobody answers a webhook", async () => {
    const emulator = emulatorFor({
      generation: "one",
      fetch: () => Promise.reject(new TypeError("fetch failed")),
    });
    const sent = { url: "http://a.test/", event: "oauth.failed", connection: "test::x" } as const;
    expect(await emulator.control.sendWebhook(sent)).toEqual({ status: null });
    expect(() => emulator.control.sendWebhook({ ...sent, url: "file:///etc/passwd" })).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
  });

  it("has no filter by category, ids that are text, and scopes", async () => {
    const { body } = await ask(
      emulatorOfOne(),
      "/v1/available-connectors?category=CRM&platform=gmail",
    );
    expect(body.rows).toMatchObject([
      {
        id: expect.stringMatching(/^conn_def_\d+$/),
        title: "Gmail",
        oauthScopes: {
          raw: `${gmail}.readonly ${gmail}.send`,
          scopes: [`${gmail}.readonly`, `${gmail}.send`],
          separator: null,
        },
      },
    ]);
    const scopesOf = async (platform: string) => {
      const path = `/v1/available-connectors?platform=${platform}`;
      return (await ask(emulatorOfOne(), path)).body.rows[0].oauthScopes;
    };
    expect(await scopesOf("slack")).toMatchObject({
      raw: expect.stringContaining("chat:write,users:read"),
      separator: ",",
    });
    expect(await scopesOf("notion")).toEqual({ raw: "", scopes: [], separator: null });
    expect(await scopesOf("openai")).toBeNull();
  });

  it("answers vault rows with a picture and a title, but no dates", async () => {
    const emulator = emulatorOfOne();
    emulator.control.createConnection({ platform: "gmail", name: "Support" });
    const { body } = await ask(emulator, "/v1/vault/connections", { secret: null, headers });
    expect(body.rows).toMatchObject([
      { connector: "gmail", image: "http://pica.test/logos/gmail.svg", title: "Support" },
    ]);
    expect(body.rows[0]).not.toHaveProperty("createdAt");
  });

  it("shows failed connections among the others", async () => {
    const emulator = emulatorOfOne();
    const { id } = emulator.control.createConnection({ platform: "gmail" });
    emulator.control.createConnection({ platform: "slack" });
    emulator.control.setConnectionState({ connection: id, state: "failed" });
    const { body } = await ask(emulator, "/v1/vault/connections", { secret: null, headers });
    expect(body.rows.map((row: { state: string }) => row.state)).toEqual(["operational", "failed"]);
  });

  it("renames a connection, and takes the name away by an empty one", async () => {
    const emulator = emulatorOfOne();
    const { id } = emulator.control.createConnection({ platform: "gmail" });
    const rename = async (name: string) =>
      (
        await ask(emulator, `/v1/vault/connections/${id}`, {
          method: "PATCH",
          secret: null,
          headers,
          body: { name },
        })
      ).body.name;
    expect(await rename("Support")).toBe("Support");
    expect(await rename("")).toBeNull();
  });

  it("mints tokens at /v1/authkit/token, with the white-label flag among them", async () => {
    const emulator = emulatorFor({ generation: "one", whiteLabel: true });
    const { body } = await ask(emulator, "/v1/authkit/token?page=2&limit=100", {
      method: "POST",
      secret: null,
      headers,
      body: { identity: "user-42", identityType: "user" },
    });
    expect(body).toMatchObject({
      page: 2,
      pages: 3,
      requestId: expect.any(Number),
      isWhiteLabel: true,
    });
    expect(body.rows[0]).toHaveProperty("useDefaultOauthCreds");
  });

  it("names its passthrough headers after One", async () => {
    const emulator = emulatorOfOne();
    const { key } = emulator.control.createConnection({
      platform: "gmail",
      account: "ann@a.example",
    });
    const answer = await ask(emulator, "/v1/passthrough/users/me/profile", {
      secret: null,
      headers: { ...headers, "x-one-connection-key": key, "x-one-action-id": "conn_mod_def::a::b" },
    });
    expect(answer).toMatchObject({ status: 200, body: { emailAddress: "ann@a.example" } });
    expect(answer.headers.has("x-one-passthrough-content-type")).toBe(true);
  });
});
