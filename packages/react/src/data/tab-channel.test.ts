import { afterEach, expect, it, vi } from "vitest";
import { openTabChannel } from "./tab-channel.ts";

afterEach(() => vi.unstubAllGlobals());

it("does nothing where there is no BroadcastChannel, as in Jest's jsdom", () => {
  vi.stubGlobal("BroadcastChannel", undefined);
  const channel = openTabChannel({ endpoint: "/api/connect", viewerKey: "ann" }, () => {});
  expect(() => {
    channel.post("user");
    channel.close();
  }).not.toThrow();
});
