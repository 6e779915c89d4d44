import { type Connection, useConnections } from "@authkit-ui/react/headless";
import { useState } from "react";

/** The viewer's accounts, those that need attention first. */
export function AccountList() {
  const { status, connections, needsAttention, error, refresh, isRefreshing } = useConnections();
  if (status === "loading") return <p role="status">Loading your accounts…</p>;
  if (status === "error") {
    return (
      <p role="alert">
        {error?.message}{" "}
        <button type="button" onClick={refresh}>
          Try again
        </button>
      </p>
    );
  }
  return (
    <section aria-label="Your accounts" aria-busy={isRefreshing}>
      {needsAttention.length > 0 && <p>{needsAttention.length} need your attention.</p>}
      {connections.length === 0 && <p>Nothing connected yet.</p>}
      <ul>
        {connections.map((connection) => (
          <Account key={connection.id} connection={connection} />
        ))}
      </ul>
    </section>
  );
}

function Account({ connection }: { connection: Connection }) {
  const { reconnect, disconnect } = useConnections();
  const [failure, setFailure] = useState<string | null>(null);
  const { id, platform, name, account, state, can } = connection;
  const label = name ?? account ?? platform;

  const remove = async () => {
    if (!disconnect || !window.confirm(`Disconnect ${label}?`)) return;
    const change = await disconnect(id);
    setFailure(change.ok ? null : change.error.message);
  };

  return (
    // After a connect session the kit puts the focus on the new row: it looks for this attribute.
    <li data-connection-id={id} tabIndex={-1}>
      {label} ({state})
      {state !== "operational" && can.reconnect === true && (
        <button type="button" onClick={() => reconnect?.(id)}>
          Reconnect {label}
        </button>
      )}
      {can.disconnect === true && (
        <button type="button" onClick={remove}>
          Disconnect {label}
        </button>
      )}
      {failure && <span role="alert">{failure}</span>}
    </li>
  );
}
