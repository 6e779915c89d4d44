import { act } from "@testing-library/react";
import type { ProductServer } from "./product-server.ts";

const { setTimeout } = globalThis;

/** Waits while the page's clock stands: what is under way arrives, and none of its timers runs. */
export async function untilTrue(check: () => boolean): Promise<void> {
  while (!check()) await act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
}

/** What AuthKit's page does first, with what stands in its address. */
export async function fetchTokenAsAuthKit(
  server: ProductServer,
  frame: HTMLIFrameElement | null,
): Promise<Response> {
  const { origin, searchParams } = new URL(frame?.src ?? "");
  const { linkTokenEndpoint, linkHeaders } = JSON.parse(atob(searchParams.get("data") ?? ""));
  const path = new URL(linkTokenEndpoint).pathname.replace("/api/connect", "");
  return server.call(path, {
    method: "POST",
    headers: { ...linkHeaders, origin, "content-type": "application/json" },
    body: "{}",
  });
}
