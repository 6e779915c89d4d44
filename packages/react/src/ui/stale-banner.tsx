import { Banner } from "./banner.tsx";
import { formatMoment } from "./dates.ts";
import { clock, wifiOff } from "./icons.ts";

/** Props of {@link StaleBanner}. */
export interface StaleBannerProps {
  isStale: boolean;
  isOffline: boolean;
  /** When the list was last up to date, in milliseconds since 1970; `null` when that is not known. */
  updatedAt: number | null;
  messages: { offline: string; stale: (time: string | null) => string; refresh: string };
  locale: string;
  /** Milliseconds since 1970. */
  now: number;
  onRefresh: () => void;
}

/** Says why a list may be out of date. Renders nothing for one that is not. */
export function StaleBanner(props: StaleBannerProps) {
  const { isStale, isOffline, updatedAt, messages, locale, now, onRefresh } = props;
  if (isOffline) return <Banner icon={wifiOff} text={messages.offline} />;
  if (!isStale) return null;
  const time = updatedAt === null ? null : formatMoment(updatedAt, locale, now);
  return (
    <Banner
      icon={clock}
      text={messages.stale(time)}
      action={{ label: messages.refresh, onClick: onRefresh }}
    />
  );
}
