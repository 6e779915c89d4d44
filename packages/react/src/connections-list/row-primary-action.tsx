import type { Connection } from "@authkit-ui/contract";
import { needsAttention } from "../data/sort-connections.ts";
import type { ListMessages } from "../messages/list-messages.ts";
import { Spinner } from "../ui/spinner.tsx";
import { StableLabel } from "../ui/stable-label.tsx";
import type { RowActions } from "./connection-list-item.ts";

/** Props of {@link RowPrimaryAction}. */
export interface RowPrimaryActionProps {
  connection: Connection;
  account: string;
  texts: ListMessages;
  /** Something that was tried did not work. */
  hasProblem: boolean;
  isOffline: boolean;
  /** A connect session renews it. */
  isReconnecting?: boolean | undefined;
  onReconnect: RowActions["onReconnect"];
  /** Again, what did not work. */
  onRetry: () => void;
}

/** The one thing to do about an account, if there is one. */
export function RowPrimaryAction(props: RowPrimaryActionProps) {
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
          <StableLabel idle={texts.reconnect}>
            <Spinner />
          </StableLabel>
        ) : (
          texts.reconnect
        )}
      </button>
    </span>
  );
}
