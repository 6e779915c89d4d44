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
import { accountName } from "../messages/account-name.ts";
import { attentionEnglish } from "../messages/attention-messages.ts";
import { displayName } from "../messages/display-name.ts";
import { useOwnMessages } from "../messages/use-own-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
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
   * Whether people can put it away. It comes back with the next change: another account breaks, one
   * is mended, or one that needed a sign-in is gone.
   * @default true
   */
  dismissible?: boolean | undefined;
  /** Called once per account after the server has verified and stored it. */
  onConnected?: ((connection: Connection) => void) | undefined;
  /** Called when an attempt to reconnect fails. The banner shows the reason by itself. */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Called when somebody has put the banner away, e.g. to move the focus. */
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
 * Tells people on any page that an account of theirs needs them, and leads them to the Reconnect of
 * the worst one. It renders nothing while all is well. `data-state` is `needs-attention`,
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
    // What was dismissed before is over: if it comes again, it is news.
    setDismissed(subject, null);
  }, [status, subject, what]);
  const [worst] = connections;
  // Without a broken account the catalog is not read.
  if (!worst || isHidden) return null;
  return (
    <Banner
      {...props}
      // Of another viewer nothing is left.
      key={subject}
      identityType={identityType}
      connections={connections}
      worst={worst}
      // At hydration the storage has not been looked at yet.
      isNews={!dismissible || !isDismissed(subject, what)}
      bannerRef={ref}
      onDismiss={() => {
        setDismissed(subject, what);
        safeCall(() => props.onDismiss?.());
      }}
    />
  );
});

interface BannerProps extends AttentionBannerProps {
  identityType: IdentityType;
  /** Those that need attention, the worst first. */
  connections: readonly Connection[];
  worst: Connection;
  /** Whether it is to be announced. */
  isNews: boolean;
  bannerRef: Ref<HTMLElement>;
  onDismiss: () => void;
}

function Banner(props: BannerProps) {
  const {
    identityType,
    platform,
    connections,
    worst,
    isNews,
    bannerRef,
    dismissible = true,
    onConnected,
    onError,
    onDismiss,
    classNames,
    ...elementProps
  } = props;
  const { store } = useConnectContext();
  const { root: rootAttributes } = useRootContext();
  const messages = useOwnMessages("attention", attentionEnglish);
  const connector = useConnector(worst.platform);
  const session = useConnectSession();
  const preload = usePreload();
  const root = useRef<HTMLElement>(null);
  const attempt = useConnectAttempt({
    identityType,
    onConnected,
    onError,
    root,
    attemptKeyOf: (request) =>
      request.identityType === identityType ? (request.reconnects ?? null) : null,
  });

  const name = displayName(worst.platform, connector);
  const count = connections.length;
  const worstAccount = { account: accountName(worst, name), name, state: worst.state };
  useAttentionAnnouncement({
    identityType,
    platform,
    count: isNews ? count : null,
    sentence: attentionSentence(messages, count, worstAccount).join(""),
  });

  const { id, can } = worst;
  // A failure is cleared when another account is the worst.
  const failure = attempt.failure?.attemptKey === id ? attempt.failure : null;
  const notice = failure?.notice(name);
  const state = ((): AttentionBannerState => {
    if (session?.reconnects === id) return "reconnecting";
    return failure ? "error" : "needs-attention";
  })();
  const reason = can.reconnect === true || count > 1 ? undefined : can.reconnect.reason;
  const reconnect = () =>
    void attempt.run(id, () =>
      store.connect(
        { platform: worst.platform, identityType, reconnects: id },
        {},
        { container: root.current },
      ),
    );
  return (
    <AttentionBannerView
      state={state}
      count={count}
      worst={worstAccount}
      detail={notice ? `${notice.title}. ${notice.text}` : reason}
      onReconnect={can.reconnect === true ? reconnect : null}
      onDismiss={dismissible ? onDismiss : null}
      classNames={classNames}
      containerProps={{ ...preload, ref: root }}
      rootProps={{ ...rootAttributes, ...elementProps, ref: bannerRef }}
    />
  );
}
