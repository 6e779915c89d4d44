import { type Connection, useConnections, useMessages } from "@authkit-ui/react/headless";
import { useState } from "react";

/** The viewer's accounts, those that need attention first. */
export function AccountList() {
  const { status, connections, attentionConnections, refresh, isFetching } = useConnections();
  const { list } = useMessages();
  // Here, not in the row: a row that comes back, because the server refused, is a new one.
  const [failed, setFailed] = useState<string | null>(null);
  if (status === "pending") return <p role="status">Loading your accounts…</p>;
  if (status === "error") {
    return (
      <p role="alert">
        {list.error.title}. {list.error.text}{" "}
        <button type="button" onClick={refresh}>
          Try again
        </button>
      </p>
    );
  }
  return (
    <section aria-label="Your accounts" aria-busy={isFetching}>
      {attentionConnections.length > 0 && <p>{attentionConnections.length} need your attention.</p>}
      {connections.length === 0 && <p>Nothing connected yet.</p>}
      <ul>
        {connections.map((connection) => (
          <Account
            key={connection.id}
            connection={connection}
            hasFailed={connection.id === failed}
            onFailed={setFailed}
          />
        ))}
      </ul>
    </section>
  );
}

interface AccountProps {
  connection: Connection;
  /** It could not be disconnected. */
  hasFailed: boolean;
  onFailed: (id: string | null) => void;
}

function Account({ connection, hasFailed, onFailed }: AccountProps) {
  const { reconnect, disconnect } = useConnections();
  const { list } = useMessages();
  const { id, platform, name, account, state, can } = connection;
  const label = name ?? account ?? platform;
  // Not the error's message: that is for developers.
  const { title, text } = list.notDisconnected(label);

  const remove = async () => {
    if (!disconnect || !window.confirm(`Disconnect ${label}?`)) return;
    const change = await disconnect(id);
    onFailed(change.ok ? null : id);
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
      {hasFailed && (
        <span role="alert">
          {title}. {text}
        </span>
      )}
    </li>
  );
}
