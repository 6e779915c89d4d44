import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { mockConnect } from "../test-setup/index.ts";
import { useConnections } from "./use-connections.ts";

const wrapper = ({ children }: { children: ReactNode }) => (
  <ConnectProvider viewerKey="ann">{children}</ConnectProvider>
);
async function readConnections() {
  mockConnect({ connections: [{ platform: "gmail" }] });
  const { result } = renderHook(() => useConnections(), { wrapper });
  expect(result.current.reconnect).toBeNull();
  await waitFor(() => expect(result.current.status).toBe("success"));
  return result;
}

test("useConnections answers a second disconnect as the first one that is still running", async () => {
  const result = await readConnections();
  const { connections, disconnect } = result.current;
  const id = connections[0]?.id ?? "";
  expect(await Promise.all([disconnect?.(id), disconnect?.(id)])).toEqual([
    { ok: true },
    { ok: true },
  ]);
  await waitFor(() => expect(result.current.connections).toEqual([]));
});

test("useConnections answers not_found to each change of an id that is not in the list", async () => {
  const result = await readConnections();
  const { reconnect, rename, setAccess, disconnect } = result.current;
  const error = expect.objectContaining({ code: "not_found" });
  expect(await reconnect?.("unknown")).toEqual({ type: "not_found", error });
  expect(await rename?.("unknown", "Mail")).toEqual({ ok: false, error });
  expect(await setAccess?.("unknown", "off")).toEqual({ ok: false, error });
  expect(await disconnect?.("unknown")).toEqual({ ok: false, error });
});
