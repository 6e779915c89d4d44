import type { ConnectError } from "../api/connect-error.ts";
import { Banner } from "./banner.tsx";
import { ExitPresence } from "./exit-presence.tsx";
import { formatMoment } from "./format-date.ts";
import { clock, wifiOff } from "./icons.ts";

/** How current a list is, and how to read it again. */
export interface ListFreshness {
  isOutdated: boolean;
  isOffline: boolean;
  /** When the list was last up to date, in milliseconds since 1970; `null` when that is not known. */
  updatedAt: number | null;
  /** The current time, in milliseconds since 1970. */
  now: number;
  /** The last read's failure. */
  error: ConnectError | null;
  onRefresh: () => void;
}

/** Props of {@link StaleBanner}. */
export interface StaleBannerProps {
  freshness: ListFreshness;
  messages: { offline: string; stale: (time: string | null) => string; refresh: string };
  locale: string;
}

/** Says why a list may be out of date. Renders nothing for one that is not. */
export function StaleBanner({ freshness, messages, locale }: StaleBannerProps) {
  const { isOutdated, isOffline, updatedAt, now, onRefresh } = freshness;
  return (
    <ExitPresence>
      {isOffline ? (
        <Banner key="offline" icon={wifiOff} text={messages.offline} />
      ) : (
        isOutdated && (
          <Banner
            key="stale"
            icon={clock}
            text={messages.stale(updatedAt === null ? null : formatMoment(updatedAt, locale, now))}
            action={{ label: messages.refresh, onClick: onRefresh }}
          />
        )
      )}
    </ExitPresence>
  );
}
