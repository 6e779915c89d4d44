import { Pica as PicaAi } from "@picahq/ai";
import { AuthKitToken } from "@picahq/authkit-token";
import { Pica as PicaToolkit } from "@picahq/toolkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type ServedEmulator, serveEmulator } from "../src/node.ts";

/** Clients that nobody here wrote, as their users install them, against the emulator on a port. */
let served: ServedEmulator;

beforeAll(async () => {
  served = await serveEmulator();
});
afterAll(() => served.close());
beforeEach(() => {
  served.emulator.control.reset();
  // The clients tell the console what they do; an error among it fails the test.
  vi.spyOn(console, "log").mockImplementation(() => {});
  const fail = (...parts: unknown[]) => {
    throw new Error(`The client complained: ${parts.map(String).join(" ")}`);
  };
  vi.spyOn(console, "warn").mockImplementation(fail);
  vi.spyOn(console, "error").mockImplementation(fail);
  return () => vi.restoreAllMocks();
});

const secret = "sk_test_local";
const connectGmail = () =>
  served.emulator.control.createConnection({
    platform: "gmail",
    identity: "user-42",
    account: "ann@halyard.example",
  });

describe("@picahq/authkit-token", () => {
  it("mints a token of the whole catalog", async () => {
    const client = new AuthKitToken(secret, { baseUrl: served.origin });
    const token = await client.create({ identity: "user-42", identityType: "user" });
    expect(token.rows).toHaveLength(294);
    expect(token).toMatchObject({
      total: 294,
      pages: 1,
      page: 1,
      requestId: expect.any(Number),
      isWhiteLabel: false,
    });
  });

  it("learns of the white label", async () => {
    served.emulator.control.setWhiteLabel({ whiteLabel: true });
    const client = new AuthKitToken(secret, { baseUrl: served.origin });
    expect(await client.create({ identity: "user-42" })).toMatchObject({ isWhiteLabel: true });
  });
});

describe("@picahq/toolkit", () => {
  const toolkit = () =>
    new PicaToolkit(secret, {
      serverUrl: served.origin,
      connectors: ["*"],
      actions: ["*"],
      identity: "user-42",
      identityType: "user",
    });
  const run = (name: string, input: unknown) => {
    const execute = toolkit().tools()[name]?.execute;
    if (!execute) throw new Error(`The toolkit has no tool ${name}.`);
    return execute(input, { toolCallId: "call_1", messages: [] });
  };

  it("lists every connector once", async () => {
    const connectors = await toolkit().getAvailableConnectors();
    expect(new Set(connectors.map(({ platform }) => platform)).size).toBe(294);
    expect(connectors).toHaveLength(294);
  });

  it("lists the connections of an identity over several pages", async () => {
    for (let count = 0; count < 230; count += 1) connectGmail();
    served.emulator.control.createConnection({ platform: "gmail", identity: "somebody-else" });
    expect(await toolkit().getConnectedIntegrations()).toHaveLength(230);
  });

  it("takes every connection key apart", async () => {
    const { key } = connectGmail();
    expect(await run("listPicaConnections", {})).toMatchObject([
      {
        platform: "gmail",
        key: { fullKey: key, parts: { environment: "test", identity: "user-42" } },
      },
    ]);
  });

  it("finds an action, reads about it and executes it", async () => {
    const { key } = connectGmail();
    const found = await run("searchPlatformActions", {
      platform: "gmail",
      query: "send a message",
    });
    expect(found).toMatchObject([
      { title: "Send Message", method: "POST" },
      expect.anything(),
      expect.anything(),
    ]);
    const actionSystemId = found[0].systemId.fullId;

    const knowledge = await run("getActionsKnowledge", { systemIds: [actionSystemId] });
    expect(knowledge[actionSystemId]).toMatchObject({ title: "Send Message", platform: "gmail" });

    const executed = await run("execute", {
      actionSystemId,
      connectionKey: key,
      data: { raw: "U3ViamVjdDogSGk=" },
      pathVariables: { userId: "me" },
    });
    expect(executed).toMatchObject({ success: true, responseData: { labelIds: ["SENT"] } });
  });
});

describe("@picahq/ai", () => {
  const client = () =>
    new PicaAi(secret, {
      serverUrl: served.origin,
      connectors: ["*"],
      actions: ["conn_mod_def::gmail::get-profile"],
      identity: "user-42",
      authkit: true,
    });

  it("pages with skip through connectors and connections, and gets each once", async () => {
    for (let count = 0; count < 130; count += 1) connectGmail();
    const pica = client();
    await pica.waitForInitialization();
    const connections = await pica.getAvailableConnectors("gmail");
    const connectors = await pica.getAvailablePicaConnectors();
    expect(new Set(connections.map(({ key }) => key)).size).toBe(130);
    expect(new Set(connectors.map(({ platform }) => platform)).size).toBe(294);
  });

  it("executes an action", async () => {
    const { key } = connectGmail();
    const pica = client();
    await pica.waitForInitialization();
    const { execute } = pica.oneTool.execute;
    const result = await execute?.(
      {
        platform: "gmail",
        action: { _id: "conn_mod_def::gmail::get-profile", path: "/users/{{userId}}/profile" },
        connectionKey: key,
        data: {},
        pathVariables: { userId: "me" },
      },
      { toolCallId: "call_1", messages: [] },
    );
    expect(result).toMatchObject({
      success: true,
      data: { emailAddress: "ann@halyard.example" },
    });
  });
});
