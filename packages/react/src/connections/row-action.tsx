import type { Connection } from "@authkit-ui/contract";
import type { ListMessages } from "../messages/list-messages.ts";
import { HeldLabel } from "../ui/held-label.tsx";
import { Spinner } from "../ui/spinner.tsx";
import type { RowActions } from "./listed-connection.ts";
import { needsAttention } from "./needs-attention.ts";

/** Props of {@link RowAction}. */
export interface RowActionProps {
  connection: Connection;
  account: string;
  texts: ListMessages;
  /** Something that was tried did not work. */
  hasProblem: boolean;
  isOffline: boolean;
  /** A connect session renews it. */
  isReconnecting?: boolean;
  onReconnect: RowActions["onReconnect"];
  /** Again, what did not work. */
  onRetry: () => void;
}

/** The one thing to do about an account, if there is one. */
export function RowAction(props: RowActionProps) {
  const { connection, account, texts, hasProblem, isOffline, isReconnecting } = props;
  if (hasProblem) {
    return (
      <span className="ak-row-action">
        <button
          type="button"
          className="ak-button"
          data-variant="outline"
          data-size="sm"
          aria-label={`${texts.tryAgain}: ${account}`}
          onClick={props.onRetry}
        >
          {texts.tryAgain}
        </button>
      </span>
    );
  }
  if (!needsAttention(connection) || connection.can.reconnect !== true) return null;
  const isWaiting = isReconnecting || isOffline;
  return (
    <span className="ak-row-action">
      <button
        type="button"
        className="ak-button"
        data-variant="solid"
        data-size="sm"
        aria-label={texts.reconnectAccount(account)}
        aria-busy={isReconnecting || undefined}
        aria-disabled={isWaiting || undefined}
        onClick={isWaiting ? undefined : () => props.onReconnect(connection)}
      >
        {isReconnecting ? (
          <HeldLabel idle={texts.reconnect}>
            <Spinner />
          </HeldLabel>
        ) : (
          texts.reconnect
        )}
      </button>
    </span>
  );
}
