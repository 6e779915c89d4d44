import { useConnections } from "@authkit-ui/react";
import { useState } from "react";
import { Choice } from "./choice.tsx";
import { control, setOnlyFault, type VaultConnection } from "./emulator-control.ts";

/** What can be the matter with Pica, and the emulator's fault that makes it so. */
const conditions = {
  fine: { label: "Pica is fine", fault: undefined },
  slow: { label: "Pica is slow", fault: { kind: "delay", milliseconds: 3_000 } },
  down: { label: "Pica is down", fault: { kind: "status", status: 503 } },
  busy: { label: "Pica limits us", fault: { kind: "status", status: 429 } },
  refusing: { label: "Pica refuses the key", fault: { kind: "status", status: 401 } },
  blocked: { label: "AuthKit’s page is blocked", fault: { kind: "blocked_framing" } },
  provider: { label: "The provider refuses", fault: { kind: "provider_error" } },
} as const;

type Condition = keyof typeof conditions;

const labels = Object.fromEntries(
  Object.entries(conditions).map(([name, { label }]) => [name, label]),
) as Record<Condition, string>;

/** What can happen to an account at Pica; without a state it is taken away. */
const accidents = [
  { label: "Break", state: "failed" },
  { label: "Upset", state: "degraded" },
  { label: "Heal", state: "operational" },
  { label: "Remove", state: null },
] as const;

/** Makes Pica and single accounts go wrong, to see what the kit does then. */
export function TroublePanel() {
  const { connections, refresh } = useConnections();
  const [condition, setCondition] = useState<Condition>("fine");
  const [chosen, setChosen] = useState("");
  const connection = connections.find(({ id }) => id === chosen) ?? connections[0];
  const names = connections.map(({ id, platform, name, account }) => [
    id,
    name ?? account ?? platform,
  ]);

  async function happen(state: string | null) {
    const vault = await control<VaultConnection[]>("connections");
    const found = vault.find(({ key }) => key === connection?.key);
    if (!found) return;
    if (state) await control("setConnectionState", { connection: found.key, state });
    else await control("deleteConnection", { connection: found.key });
    await refresh();
  }

  return (
    <>
      <Choice
        label="What happens at Pica"
        value={condition}
        options={labels}
        onChange={(next) => {
          setCondition(next);
          void setOnlyFault(conditions[next].fault);
        }}
      />
      {connection && (
        <>
          <Choice
            label="What happens to"
            value={connection.id}
            options={Object.fromEntries(names)}
            onChange={setChosen}
          />
          <div className="accidents">
            {accidents.map(({ label, state }) => (
              <button key={label} type="button" onClick={() => happen(state)}>
                {label}
              </button>
            ))}
          </div>
        </>
      )}
    </>
  );
}
