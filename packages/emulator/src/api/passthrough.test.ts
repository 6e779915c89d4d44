import { describe, expect, it } from "vitest";
import { ask, emulatorFor } from "../../test/ask.ts";

const actionId = "conn_mod_def::GGSNOTZxFUU::ZWXBuJboTpS3Q_U06pF8gA";

function gmailEmulator() {
  const emulator = emulatorFor();
  const connection = emulator.control.createConnection({
    platform: "gmail",
    identity: "ann",
    account: "ann@halyard.example",
  });
  const headers = { "x-pica-connection-key": connection.key, "x-pica-action-id": actionId };
  return { emulator, connection, headers };
}

describe("The passthrough API", () => {
  it("answers in the provider's own shape, for the connected account", async () => {
    const { emulator, headers } = gmailEmulator();
    const { status, body } = await ask(emulator, "/v1/passthrough/users/me/profile", { headers });
    expect(status).toBe(200);
    expect(body).toMatchObject({ emailAddress: "ann@halyard.example" });
  });

  it("lists, reads and sends messages at Gmail", async () => {
    const { emulator, headers } = gmailEmulator();
    const list = await ask(emulator, "/v1/passthrough/users/me/messages?maxResults=2", { headers });
    expect(list.body.messages).toHaveLength(2);
    const { id } = list.body.messages[0];
    const message = await ask(emulator, `/v1/passthrough/users/me/messages/${id}`, { headers });
    expect(message.body).toMatchObject({ id, labelIds: expect.arrayContaining(["INBOX"]) });
    const sent = await ask(emulator, "/v1/passthrough/users/me/messages/send", {
      method: "POST",
      headers,
      body: { raw: "U3ViamVjdDogSGk=" },
    });
    expect(sent.body).toMatchObject({ id: expect.any(String), labelIds: ["SENT"] });
  });

  it.each(["gmail/messages/send", "gmail/v1/users/me/messages/send"])(
    "passes on the provider's own errors: it knows no /%s",
    async (path) => {
      const { emulator, headers } = gmailEmulator();
      const { status, body } = await ask(emulator, `/v1/passthrough/${path}`, {
        method: "POST",
        headers,
        body: {},
      });
      expect(status).toBe(404);
      expect(body).toMatchObject({ error: { code: 404, status: "NOT_FOUND" } });
    },
  );

  it("hands the provider's headers on under a prefix", async () => {
    const { emulator, headers } = gmailEmulator();
    const answer = await ask(emulator, "/v1/passthrough/users/me/profile", { headers });
    expect(answer.headers.get("x-pica-passthrough-content-type")).toContain("json");
  });

  it.each([
    ["no connection key", { "x-pica-connection-key": "" }, 400, "Connection header not found"],
    ["no action id", { "x-pica-action-id": "" }, 400, "Action id header not found"],
    [
      "a key of the other environment",
      { "x-pica-connection-key": "live::gmail::default::1" },
      404,
      "Invalid connection header",
    ],
    [
      "an unknown key",
      { "x-pica-connection-key": "test::gmail::default::1" },
      404,
      "Connection not found",
    ],
  ])("refuses a request with %s", async (_, changed, status, message) => {
    const { emulator, headers } = gmailEmulator();
    const answer = await ask(emulator, "/v1/passthrough/users/me/profile", {
      headers: { ...headers, ...changed },
    });
    expect(answer).toMatchObject({ status, body: { message } });
  });

  it("refuses a failed connection with 401", async () => {
    const { emulator, connection, headers } = gmailEmulator();
    emulator.control.setConnectionState({ connection: connection.id, state: "failed" });
    const answer = await ask(emulator, "/v1/passthrough/users/me/profile", { headers });
    expect(answer).toMatchObject({
      status: 401,
      body: { message: "Invalid connection credentials" },
    });
  });

  it("says plainly that it knows nothing of a provider, and echoes", async () => {
    const emulator = emulatorFor();
    const { key } = emulator.control.createConnection({ platform: "stripe" });
    const { body } = await ask(emulator, "/v1/passthrough/v1/charges?limit=3", {
      method: "POST",
      headers: { "x-pica-connection-key": key, "x-pica-action-id": actionId },
      body: { amount: 5 },
    });
    expect(body).toMatchObject({
      emulated: true,
      request: { method: "POST", path: "v1/charges", query: { limit: "3" }, body: { amount: 5 } },
    });
  });

  it("asks a provider of one's own in the place of a built-in one", async () => {
    const emulator = emulatorFor({
      providers: { stripe: { answer: ({ path }) => Response.json({ path }, { status: 418 }) } },
    });
    const { key } = emulator.control.createConnection({ platform: "stripe" });
    const headers = { "x-pica-connection-key": key, "x-pica-action-id": actionId };
    const answer = await ask(emulator, "/v1/passthrough/v1/charges", { headers });
    expect(answer).toMatchObject({ status: 418, body: { path: "v1/charges" } });
  });
});
