import { useConnections } from "@authkit-ui/react";
import type { SweepResult } from "@authkit-ui/server";
import { useState } from "react";
import { control, setOnlyFault, type VaultConnection } from "./emulator-control.ts";
import { Select } from "./select.tsx";

/** States of Pica, each with the emulator's fault that simulates it. */
const picaStates = {
  fine: { label: "Pica is fine", fault: undefined },
  slow: { label: "Pica is slow", fault: { kind: "delay", milliseconds: 3_000 } },
  down: { label: "Pica is down", fault: { kind: "status", status: 503 } },
  busy: { label: "Pica limits us", fault: { kind: "status", status: 429 } },
  refusing: { label: "Pica refuses the key", fault: { kind: "status", status: 401 } },
  blocked: { label: "AuthKit’s page is blocked", fault: { kind: "blocked_framing" } },
  provider: { label: "The provider refuses", fault: { kind: "provider_error" } },
} as const;

type PicaState = keyof typeof picaStates;

const labels = Object.fromEntries(
  Object.entries(picaStates).map(([name, { label }]) => [name, label]),
) as Record<PicaState, string>;

/** Changes to an account at Pica; without a state it is deleted there. */
const accountChanges = [
  { label: "Mark failed", state: "failed" },
  { label: "Mark degraded", state: "degraded" },
  { label: "Restore", state: "operational" },
  { label: "Delete at Pica", state: null },
] as const;

/** Simulates faults of Pica and of single accounts, to show what the kit does then. */
export function FaultControls() {
  const { connections, refresh } = useConnections();
  const [picaState, setPicaState] = useState<PicaState>("fine");
  const [chosen, setChosen] = useState("");
  const [swept, setSwept] = useState("");
  const connection = connections.find(({ id }) => id === chosen) ?? connections[0];
  const names = connections.map(({ id, platform, name, account }) => [
    id,
    name ?? account ?? platform,
  ]);

  async function changeAccount(state: string | null) {
    const vault = await control<VaultConnection[]>("connections");
    const found = vault.find(({ key }) => key === connection?.key);
    if (!found) return;
    if (state) await control("setConnectionState", { connection: found.key, state });
    else await control("deleteConnection", { connection: found.key });
    await refresh();
  }

  /** Runs a sweep, as a scheduler would. */
  async function sweep() {
    const response = await fetch("/demo/sweep", {
      method: "POST",
      headers: { "content-type": "application/json" },
    }).catch(() => null);
    if (!response?.ok) return setSwept("The server did not sweep. Its log says why.");
    const { identities, requests, retryAfter }: SweepResult = await response.json();
    const pause = retryAfter === undefined ? "" : ` Pica limits us for ${retryAfter} s.`;
    setSwept(`Looked at ${identities}, with ${requests} requests.${pause}`);
    await refresh();
  }

  return (
    <>
      <Select
        label="State of Pica"
        value={picaState}
        options={labels}
        onChange={(next) => {
          setPicaState(next);
          void setOnlyFault(picaStates[next].fault);
        }}
      />
      {connection && (
        <>
          <Select
            label="Account"
            value={connection.id}
            options={Object.fromEntries(names)}
            onChange={setChosen}
          />
          <div className="account-changes">
            {accountChanges.map(({ label, state }) => (
              <button key={label} type="button" onClick={() => changeAccount(state)}>
                {label}
              </button>
            ))}
          </div>
        </>
      )}
      <div className="account-changes">
        <button type="button" onClick={sweep}>
          Run a sweep
        </button>
        <output>{swept}</output>
      </div>
    </>
  );
}
