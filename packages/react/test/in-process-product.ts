import type { ConnectionsResponse } from "@authkit-ui/contract";
import { createEmulator, type Emulator } from "@authkit-ui/emulator";
import { createConnectServer, createMemoryStore } from "@authkit-ui/server";
import { vi } from "vitest";

const silent = () => {};

/** A product's back end, and the cloud behind it. */
export interface InProcessProduct {
  /** Who is signed in. */
  signedIn: string;
  emulator: Emulator;
  /** Requests to the server, as `METHOD path`. */
  requests: string[];
  /** Answers in the server's place, where it answers. */
  intercept: ((request: Request) => Response | Promise<Response> | undefined) | null;
  /** Connects an account at Pica, and names it in our list. */
  addAccount: (platform: string, name: string, user?: string) => Promise<void>;
}

/**
 * The real server before an emulated Pica, both in the test's own process: `fetch` leads to them
 * until `vi.unstubAllGlobals()`.
 */
export function startProduct(): InProcessProduct {
  // Of an account that has just been added the next look at Pica shall know.
  let ahead = 0;
  const emulator = createEmulator({ origin: "http://authkit.test" });
  const connect = createConnectServer({
    secret: "sk_test_local",
    authenticate: () => ({ user: product.signedIn }),
    store: createMemoryStore(),
    rateLimits: false,
    now: () => Date.now() + ahead,
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    pica: { baseUrl: "https://pica.test" },
    fetch: (input, init) => emulator.fetch(new Request(input, init)),
  });
  const product: InProcessProduct = {
    signedIn: "u_1",
    emulator,
    requests: [],
    intercept: null,
    async addAccount(platform, name, user = product.signedIn) {
      emulator.control.createConnection({ platform, identity: user });
      ahead += 60_000;
      const { signedIn } = product;
      product.signedIn = user;
      const list = await fetch("/api/connect/connections?identityType=user&refresh=true");
      const { connections }: ConnectionsResponse = await list.json();
      const id = connections.find((one) => one.platform === platform && one.name === null)?.id;
      await fetch(`/api/connect/connections/${id}`, {
        method: "PATCH",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name }),
      });
      product.signedIn = signedIn;
    },
  };
  vi.stubGlobal("fetch", async (input: string | URL, init: RequestInit = {}) => {
    const url = new URL(input, document.baseURI);
    const request = new Request(url, { ...init, signal: null });
    request.headers.set("origin", url.origin);
    product.requests.push(`${request.method} ${url.pathname}`);
    return (await product.intercept?.(request)) ?? connect.handler(request);
  });
  return product;
}
