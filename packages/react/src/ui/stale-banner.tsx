import { Banner } from "./banner.tsx";
import { formatMoment } from "./dates.ts";
import { clock, wifiOff } from "./icons.ts";

/** Props of {@link Staleness}. */
export interface StaleBannerProps {
  isStale: boolean;
  isOffline: boolean;
  /** When what is shown was true, in milliseconds since 1970; `null` when that is not known. */
  updatedAt: number | null;
  texts: { offline: string; stale: (time: string | null) => string; refresh: string };
  locale: string;
  /** Milliseconds since 1970. */
  now: number;
  onRefresh: () => void;
}

/** Says why what is shown is not the newest; nothing where it is. */
export function StaleBanner(props: StaleBannerProps) {
  const { isStale, isOffline, updatedAt, texts, locale, now, onRefresh } = props;
  if (isOffline) return <Banner icon={wifiOff} text={texts.offline} />;
  if (!isStale) return null;
  const time = updatedAt === null ? null : formatMoment(updatedAt, locale, now);
  return (
    <Banner
      icon={clock}
      text={texts.stale(time)}
      action={{ label: texts.refresh, onClick: onRefresh }}
    />
  );
}
