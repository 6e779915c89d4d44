import type { ConnectionsResponse } from "@authkit-ui/contract";
import { act } from "@testing-library/react";
import { beforeAll, beforeEach, onTestFinished } from "vitest";
import { deliverMessage } from "../src/test-setup/authkit-frames.ts";
import type { ProductServer } from "./product-server.ts";

const { setTimeout } = globalThis;

/** Listeners for messages on the page's window, oldest first. */
const listeners = new Set<EventListener>();

/**
 * Keeps the listeners that the kit adds, so that the tests of a file can post as AuthKit's page, and
 * loads the code of a session before its first press, and before a clock stands.
 */
export function serveAuthKitEachTest(): void {
  beforeAll(() => import("../src/session/adapters/pica.ts"));
  beforeEach(() => {
    const { addEventListener, removeEventListener } = window;
    window.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      if (args[0] === "message") listeners.add(args[1] as EventListener);
      addEventListener.apply(window, args);
    };
    window.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      if (args[0] === "message") listeners.delete(args[1] as EventListener);
      removeEventListener.apply(window, args);
    };
    onTestFinished(() => {
      Object.assign(window, { addEventListener, removeEventListener });
      listeners.clear();
    });
  });
}

/** How many listeners for messages the page has. */
export const countMessageListeners = () => listeners.size;

/** The kit's frame, if there is one. */
export const findFrame = () => document.querySelector<HTMLIFrameElement>("dialog iframe");

/** Waits on the real clock, while the page's may stand: what is under way arrives. */
export async function untilTrue(check: () => boolean): Promise<void> {
  for (let looks = 0; !check(); looks += 1) {
    if (looks === 800) throw new Error(`This did not come true: ${check}`);
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
  }
}

/** The kit's frame, once AuthKit has opened it. */
export async function authKitFrame(): Promise<HTMLIFrameElement> {
  await untilTrue(() => findFrame() !== null);
  return findFrame() as HTMLIFrameElement;
}

/** Asks the server for a token, as AuthKit's page does first, with what stands in its address. */
export async function fetchTokenAsAuthKit(server: ProductServer): Promise<Response> {
  const { origin, searchParams } = new URL((await authKitFrame()).src);
  const { linkTokenEndpoint, linkHeaders } = JSON.parse(atob(searchParams.get("data") ?? ""));
  const path = new URL(linkTokenEndpoint).pathname.replace("/api/connect", "");
  return server.call(path, {
    method: "POST",
    headers: { ...linkHeaders, origin, "content-type": "application/json" },
    body: "{}",
  });
}

/** Posts messages as AuthKit's page in the kit's frame, which jsdom does not load. */
export async function postAsAuthKit(...messages: unknown[]): Promise<void> {
  const frame = await authKitFrame();
  await act(async () => {
    for (const message of messages) deliverMessage([...listeners], frame, message);
  });
}

/** Connects an account at Pica; its key is what AuthKit's page reports. */
export const connectAtPica = (server: ProductServer, platform: string, details: object = {}) =>
  server.emulator.control.createConnection({ platform, identity: server.viewer, ...details });

/** Signs in at the provider: AuthKit's page connects the account, and reports it. */
export async function signInAsAuthKit(server: ProductServer, platform: string): Promise<void> {
  await authKitFrame();
  const { key } = connectAtPica(server, platform);
  await postAsAuthKit({ messageType: "LINK_SUCCESS", message: { key } });
}

/** Connects accounts at Pica, as if in an earlier visit, and names them through the server. */
export async function giveNamedAccounts(
  server: ProductServer,
  accounts: { platform: string; name: string; state?: string }[],
): Promise<void> {
  for (const { platform, state } of accounts) {
    connectAtPica(server, platform, state === undefined ? {} : { state });
  }
  const answer = await fetch("/api/connect/connections?identityType=user&refresh=true");
  const { connections }: ConnectionsResponse = await answer.json();
  for (const { platform, name } of accounts) {
    const id = connections.find((connection) => connection.platform === platform)?.id;
    const body = JSON.stringify({ name });
    const headers = { "content-type": "application/json" };
    await fetch(`/api/connect/connections/${id}`, { method: "PATCH", headers, body });
  }
}
