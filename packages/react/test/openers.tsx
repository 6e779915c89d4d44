import { expect } from "vitest";
import { page } from "vitest/browser";
import {
  type ConnectOutcome,
  type UseConnectOptions,
  useConnect,
  useConnections,
} from "../src/headless.ts";

export const dialog = () => page.getByRole("dialog");
export const button = (name: string) => page.getByRole("button", { name, exact: true });

/** Until AuthKit's page has shown that it is alive. */
export async function untilOpen(name = "Connect Gmail") {
  await expect.element(button(name)).toHaveAttribute("data-phase", "open");
}

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
  const { connections } = useConnections();
  return (
    <ul>
      {connections.map(({ id, platform }) => (
        <li key={id} data-connection-id={id} tabIndex={-1}>
          {platform}
        </li>
      ))}
    </ul>
  );
}
