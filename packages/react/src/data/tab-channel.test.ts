import { afterEach, expect, it, vi } from "vitest";
import { openTabChannel } from "./tab-channel.ts";

afterEach(() => vi.unstubAllGlobals());

it("is silent where there are no other tabs to tell, as in Jest", () => {
  vi.stubGlobal("BroadcastChannel", undefined);
  const channel = openTabChannel({ endpoint: "/api/connect", viewerKey: "ann" }, () => {});
  expect(() => {
    channel.tell("user");
    channel.close();
  }).not.toThrow();
});
