"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import {
  type CSSProperties,
  type ForwardedRef,
  forwardRef,
  type Ref,
  useEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { isDismissed, setDismissed, subscribeToDismissals } from "../data/dismissals.ts";
import { useAttention } from "../hooks/use-attention.ts";
import { useAttentionAnnouncement } from "../hooks/use-attention-announcement.ts";
import { useConnectAttempt } from "../hooks/use-connect-attempt.ts";
import { useConnectSession } from "../hooks/use-connect-session.ts";
import { useConnector } from "../hooks/use-connector.ts";
import { usePreload } from "../hooks/use-preload.ts";
import { attentionEnglish } from "../messages/attention-messages.ts";
import { noticeText } from "../messages/failure-notice.ts";
import { accountName, displayName } from "../messages/names.ts";
import { useComponentMessages } from "../messages/use-component-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { ExitPresence } from "../ui/exit-presence.tsx";
import { useRootContext } from "../ui/root-context.ts";
import { safeCall } from "../ui/safe-call.ts";
import {
  type AttentionBannerClassNames,
  type AttentionBannerState,
  AttentionBannerView,
} from "./attention-banner-view.tsx";
import { attentionSentence } from "./attention-sentence.ts";

/** Props of {@link AttentionBanner}. Others, e.g. `data-*` and `aria-*`, are the root element's too. */
export interface AttentionBannerProps {
  /**
   * Whose accounts.
   * @default the provider's
   */
  identityType?: IdentityType | undefined;
  /** Restricts it to the accounts of one platform. */
  platform?: string | undefined;
  /**
   * Whether people can dismiss the banner. It returns with the next change: another account breaks,
   * one works again, or one of the broken accounts loses its access.
   * @default true
   */
  dismissible?: boolean | undefined;
  /** Called once per account after the server has verified and stored it. */
  onConnected?: ((connection: Connection) => void) | undefined;
  /** Called when an attempt to reconnect fails. The banner shows the reason by itself. */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Called when somebody has dismissed the banner, e.g. to move the focus. */
  onDismiss?: (() => void) | undefined;
  /** Id of the root element. */
  id?: string | undefined;
  /** Class of the root element. */
  className?: string | undefined;
  /** Style of the root element. */
  style?: CSSProperties | undefined;
  /** Classes of each part. */
  classNames?: AttentionBannerClassNames | undefined;
}

/**
 * Tells people on any page that one of their accounts needs attention, and lets them reconnect the
 * worst one. Renders nothing while every account works. `data-state` is `needs-attention`,
 * `reconnecting` or `error`.
 *
 * @example
 * <AttentionBanner />
 */
export const AttentionBanner = forwardRef(function AttentionBanner(
  props: AttentionBannerProps,
  ref: ForwardedRef<HTMLElement>,
) {
  const { store, ...context } = useConnectContext();
  const { platform, identityType = context.identityType, dismissible = true } = props;
  const { status, connections } = useAttention({ platform, identityType });
  const subject = JSON.stringify([store.key, identityType, platform]);
  const what = connections
    .map(({ id, state }) => `${id} ${state}`)
    .sort()
    .join();
  const isHidden = useSyncExternalStore(
    subscribeToDismissals,
    () => dismissible && isDismissed(subject, what),
    () => false,
  );
  useEffect(() => {
    if (status !== "success" || isDismissed(subject, what)) return;
    // The accounts have changed since: if the dismissed state returns, the banner shows it again.
    setDismissed(subject, null);
  }, [status, subject, what]);
  const [worst] = connections;
  // `Banner` reads the catalog, so it renders only for a broken account.
  return (
    // Another viewer starts with a new banner.
    <ExitPresence key={subject}>
      {worst && !isHidden && (
        <Banner
          {...props}
          identityType={identityType}
          connections={connections}
          worst={worst}
          // While hydrating, `isHidden` does not know the storage yet.
          shouldAnnounce={!dismissible || !isDismissed(subject, what)}
          bannerRef={ref}
          onDismiss={() => {
            setDismissed(subject, what);
            safeCall(() => props.onDismiss?.());
          }}
        />
      )}
    </ExitPresence>
  );
});

interface BannerProps extends AttentionBannerProps {
  identityType: IdentityType;
  /** The accounts that need attention, the worst first. */
  connections: readonly Connection[];
  worst: Connection;
  /** Whether screen readers should hear of it. */
  shouldAnnounce: boolean;
  bannerRef: Ref<HTMLElement>;
  onDismiss: () => void;
}

function Banner(props: BannerProps) {
  const {
    identityType,
    platform,
    connections,
    worst,
    shouldAnnounce,
    bannerRef,
    dismissible = true,
    onConnected,
    onError,
    onDismiss,
    classNames,
    ...elementProps
  } = props;
  const { store } = useConnectContext();
  const { root: themeAttributes } = useRootContext();
  const messages = useComponentMessages("attention", attentionEnglish);
  const connector = useConnector(worst.platform);
  const session = useConnectSession();
  const preload = usePreload();
  const root = useRef<HTMLElement>(null);
  const attempt = useConnectAttempt({
    identityType,
    onConnected,
    onError,
    root,
    attemptKeyOf: (target) =>
      target.identityType === identityType ? (target.reconnectId ?? null) : null,
  });

  const name = displayName(worst.platform, connector);
  const count = connections.length;
  const worstAccount = { account: accountName(worst, name), state: worst.state };
  useAttentionAnnouncement({
    identityType,
    platform,
    count: shouldAnnounce ? count : null,
    sentence: attentionSentence(messages, count, worstAccount).join(""),
    namesAccount: true,
  });

  const { id, can } = worst;
  // Another account's failure is not shown.
  const failure = attempt.failure?.attemptKey === id ? attempt.failure : null;
  const notice = failure?.notice(name);
  const state = ((): AttentionBannerState => {
    if (session?.reconnectId === id) return "reconnecting";
    return failure ? "error" : "needs-attention";
  })();
  const reason = can.reconnect === true || count > 1 ? undefined : can.reconnect.reason;
  const reconnect = () =>
    void attempt.run(id, () =>
      store.connect(
        { platform: worst.platform, identityType, reconnectId: id },
        {},
        { container: root.current },
      ),
    );
  return (
    <AttentionBannerView
      state={state}
      count={count}
      worst={worstAccount}
      detail={notice ? noticeText(notice) : reason}
      onReconnect={can.reconnect === true ? reconnect : null}
      onDismiss={dismissible ? onDismiss : null}
      classNames={classNames}
      internalProps={{ ...preload, ref: root }}
      rootProps={{ ...themeAttributes, ...elementProps, ref: bannerRef }}
    />
  );
}
