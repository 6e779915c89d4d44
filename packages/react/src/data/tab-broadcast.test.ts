import { afterEach, expect, it, vi } from "vitest";
import { openTabBroadcast } from "./tab-broadcast.ts";

afterEach(() => vi.unstubAllGlobals());

class RefusedChannel {
  constructor() {
    throw new DOMException("The operation is insecure.", "SecurityError");
  }
}

it.each([
  ["there is no BroadcastChannel, as in Jest's jsdom", undefined],
  ["the browser refuses one, as Firefox does with blocked cookies", RefusedChannel],
])("does nothing where %s", (_, BroadcastChannel) => {
  vi.stubGlobal("BroadcastChannel", BroadcastChannel);
  const channel = openTabBroadcast({ endpoint: "/api/connect", viewerKey: "ann" }, () => {});
  expect(() => {
    channel.post("user");
    channel.close();
  }).not.toThrow();
});
