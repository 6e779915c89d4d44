import type { Connection } from "@authkit-ui/contract";
import type { ReactNode } from "react";
import { useMessagesContext } from "../messages/messages-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import { formatDate, formatRelativeDay } from "../ui/format-date.ts";

/** A fact with a date. */
function Dated({ on, children }: { on: Date; children: ReactNode }) {
  const { locale } = useMessagesContext();
  return (
    // The date can differ between server and browser.
    <time
      className="ak-row-date"
      dateTime={on.toISOString()}
      title={formatDate(on, locale)}
      suppressHydrationWarning
    >
      {children}
    </time>
  );
}

/** When the account was last used. */
export function LastUsed({ on, now }: { on: Date; now: number }) {
  const { lastUsed } = useMessages("list");
  const { locale } = useMessagesContext();
  return <Dated on={on}>{lastUsed(formatRelativeDay(on, locale, now))}</Dated>;
}

/** Who added the account, and when. Either may be unknown. */
export function Added(props: {
  by?: Connection["connectedBy"] | undefined;
  on: Date | null;
  /** Milliseconds since 1970. */
  now: number;
}) {
  const { by, on, now } = props;
  const { added, addedBy } = useMessages("list");
  const { locale } = useMessagesContext();
  const day = on && formatRelativeDay(on, locale, now);
  if (!by) return on && day && <Dated on={on}>{added(day)}</Dated>;
  const [before, after] = addedBy(day);
  const text = (
    <>
      <span>{before}</span>
      <bdi title={by}>{by}</bdi>
      {after && <span>{after}</span>}
    </>
  );
  return on ? <Dated on={on}>{text}</Dated> : <span>{text}</span>;
}
