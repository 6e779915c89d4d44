import type { ConnectionState, Requirement } from "@authkit-ui/contract";
import { describe, expect, it } from "vitest";
import { createHarness } from "../../test/harness.ts";
import { checkRequirements } from "./requirements.ts";

const gmail: Requirement = { platform: "gmail" };
const chat: Requirement = { anyOf: ["slack", "microsoft-teams"], optional: true };
const connection = (platform: string, state: ConnectionState = "operational") => ({
  platform,
  state,
});

describe("requirements", () => {
  it.each([
    ["nothing is connected", [], { met: false, missing: [gmail, chat], broken: [] }],
    ["the needed one works", [connection("gmail")], { met: true, missing: [chat], broken: [] }],
    [
      "any of several works",
      [connection("gmail"), connection("microsoft-teams")],
      { met: true, missing: [], broken: [] },
    ],
    [
      "one of two accounts works",
      [connection("gmail", "failed"), connection("gmail"), connection("slack", "gone")],
      { met: true, missing: [], broken: [chat] },
    ],
    [
      "only a person can mend it",
      [connection("gmail", "failed")],
      { met: false, missing: [chat], broken: [gmail] },
    ],
    [
      "Pica refreshes it by itself",
      [connection("gmail", "degraded"), connection("slack", "unknown")],
      { met: true, missing: [], broken: [] },
    ],
  ])("when %s", (_when, connections, expected) => {
    expect(checkRequirements(connections, [gmail, chat])).toEqual(expected);
  });

  it("are checked for the given identity, against Pica's current answer", async () => {
    const { ann, ben, connect, connectAccount, emulator, advance } = createHarness();
    const { key } = await connectAccount(ann, "gmail", { identityType: "team" });
    expect(await connect.requirements.check(ann, [gmail])).toMatchObject({ missing: [gmail] });
    const check = () => connect.requirements.check(ben, [gmail], { identityType: "team" });
    expect(await check()).toMatchObject({ met: true });
    emulator.control.setConnectionState({ connection: key, state: "failed" });
    advance(16_000);
    expect(await check()).toMatchObject({ met: false, broken: [gmail] });
  });
});
