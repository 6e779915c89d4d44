import {
  type ConnectOutcome,
  type UseConnectOptions,
  useConnect,
  useConnections,
} from "../src/headless.ts";

/** Opens a session by code and keeps what it promised. */
export function Opener({
  options,
  outcomes,
}: {
  options?: UseConnectOptions;
  outcomes: ConnectOutcome[];
}) {
  const connect = useConnect(options);
  return (
    <button
      type="button"
      data-phase={connect.phase}
      onClick={() => connect.open().then((outcome) => outcomes.push(outcome))}
    >
      Open
    </button>
  );
}

/** Opens again whenever the person has closed the dialog. */
export function Persistent({ onConnected }: { onConnected: () => void }) {
  const { open, phase } = useConnect({
    platform: "gmail",
    onConnected,
    onClose: ({ type }) => {
      if (type === "cancelled") void open();
    },
  });
  return (
    <button type="button" onClick={open} data-phase={phase}>
      Open
    </button>
  );
}

/** The accounts, as a product of its own lists them. */
export function Accounts() {
  const { status, connections } = useConnections();
  return (
    <ul data-status={status}>
      {connections.map(({ id, platform }) => (
        <li key={id} data-connection-id={id} tabIndex={-1}>
          {platform}
        </li>
      ))}
    </ul>
  );
}
