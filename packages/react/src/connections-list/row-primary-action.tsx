import type { Connection } from "@authkit-ui/contract";
import { needsAttention } from "../data/sort-connections.ts";
import { useMessages } from "../messages/use-messages.ts";
import { BusyLabel } from "../ui/busy-label.tsx";
import { Button } from "../ui/button.tsx";

/** Props of {@link RowPrimaryAction}. */
export interface RowPrimaryActionProps {
  connection: Connection;
  /** The account's label. */
  accountLabel: string;
  /** The last change of the account failed. */
  hasProblem: boolean;
  /** Whether another attempt could succeed. */
  canRetry: boolean;
  isOffline: boolean;
  /** The running connect session reconnects the account. */
  isReconnecting: boolean;
  onReconnect: () => void;
  /** Repeats the change that failed. */
  onRetry: () => void;
}

/** The one button for what an account needs: Try again, or Reconnect. Most accounts need nothing. */
export function RowPrimaryAction(props: RowPrimaryActionProps) {
  const { connection, accountLabel, hasProblem, isOffline, isReconnecting } = props;
  const messages = useMessages("list");
  if (hasProblem && !props.canRetry) return null;
  if (hasProblem) {
    return (
      <span className="ak-row-action">
        <Button
          variant="outline"
          size="sm"
          aria-label={`${messages.tryAgain}: ${accountLabel}`}
          onClick={props.onRetry}
        >
          {messages.tryAgain}
        </Button>
      </span>
    );
  }
  if (!needsAttention(connection) || connection.can.reconnect !== true) return null;
  const isWaiting = isReconnecting || isOffline;
  return (
    <span className="ak-row-action">
      <Button
        variant="solid"
        size="sm"
        aria-label={messages.reconnectAccount(accountLabel)}
        aria-busy={isReconnecting || undefined}
        aria-disabled={isWaiting || undefined}
        onClick={isWaiting ? undefined : props.onReconnect}
      >
        <BusyLabel isBusy={isReconnecting}>{messages.reconnect}</BusyLabel>
      </Button>
    </span>
  );
}
