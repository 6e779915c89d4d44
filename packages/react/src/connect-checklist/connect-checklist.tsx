"use client";

import type { Connection, Connector, IdentityType, Requirement } from "@authkit-ui/contract";
import {
  type CSSProperties,
  type ForwardedRef,
  forwardRef,
  type ReactNode,
  useEffect,
  useRef,
} from "react";
import type { ConnectError } from "../api/connect-error.ts";
import type { CheckedRequirement } from "../data/requirements.ts";
import { useConnectAttempt } from "../hooks/use-connect-attempt.ts";
import { useConnectSession } from "../hooks/use-connect-session.ts";
import { useConnections } from "../hooks/use-connections.ts";
import { useConnectors } from "../hooks/use-connectors.ts";
import { usePreload } from "../hooks/use-preload.ts";
import { useRequirements } from "../hooks/use-requirements.ts";
import { checklistEnglish } from "../messages/checklist-messages.ts";
import { noticeText } from "../messages/failure-notice.ts";
import { useMessagesContext } from "../messages/messages-context.ts";
import { accountName, displayName } from "../messages/names.ts";
import { useComponentMessages } from "../messages/use-component-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { useRootContext } from "../ui/root-context.ts";
import { safeCall } from "../ui/safe-call.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import type { ChecklistItem, ChecklistRowState } from "./checklist-item.ts";
import {
  type ConnectChecklistClassNames,
  ConnectChecklistView,
} from "./connect-checklist-view.tsx";
import { useRowFocus } from "./use-row-focus.ts";

/** Props of {@link ConnectChecklist}. Others, e.g. `data-*` and `aria-*`, are the root element's too. */
export interface ConnectChecklistProps {
  /** What has to be connected, in the order in which people are led through it. */
  requirements: readonly Requirement[];
  /**
   * Whose accounts.
   * @default the provider's
   */
  identityType?: IdentityType | undefined;
  /**
   * Heading above the rows. `null` hides the whole header.
   * @default "Connect your accounts"
   */
  title?: ReactNode | undefined;
  /**
   * Level of the title in the page's outline.
   * @default 2
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Called when every required account is connected, even if it already was. */
  onComplete?: (() => void) | undefined;
  /** Called once per account after the server has verified and stored it, also for a reconnect. */
  onConnected?: ((connection: Connection) => void) | undefined;
  /** Called when an attempt to connect fails. The row shows the reason by itself. */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Id of the root element. */
  id?: string | undefined;
  /** Class of the root element. */
  className?: string | undefined;
  /** Style of the root element. */
  style?: CSSProperties | undefined;
  /** Classes of each part. */
  classNames?: ConnectChecklistClassNames | undefined;
}

/**
 * Leads people through the accounts that a product needs, e.g. at their onboarding. After each
 * account the focus moves on to the next row that is not done. `data-state` is `loading`, `error`,
 * `incomplete` or `complete`; that of a row is `missing`, `broken`, `connecting`, `error` or `met`.
 *
 * @example
 * <ConnectChecklist
 *   requirements={[
 *     { platform: "gmail" },
 *     { anyOf: ["slack", "microsoft-teams"], optional: true },
 *   ]}
 *   onComplete={() => setStep("done")}
 * />
 */
export const ConnectChecklist = forwardRef(function ConnectChecklist(
  props: ConnectChecklistProps,
  ref: ForwardedRef<HTMLElement>,
) {
  const {
    requirements,
    identityType: ownIdentityType,
    title,
    headingLevel,
    onComplete,
    onConnected,
    onError,
    classNames,
    ...elementProps
  } = props;
  const { store, ...context } = useConnectContext();
  const identityType = ownIdentityType ?? context.identityType;
  const { root: themeAttributes, announce } = useRootContext();
  const { locale } = useMessagesContext();
  const { list, gallery, connection: connectionMessages } = useMessages();
  const messages = useComponentMessages("checklist", checklistEnglish);
  const {
    status,
    met,
    requirements: checked,
    next,
    error,
  } = useRequirements(requirements, {
    identityType,
  });
  const { refresh } = useConnections({ identityType });
  const { connectors } = useConnectors();
  const session = useConnectSession();
  const preload = usePreload();
  const focus = useRowFocus(session === null);
  const attempt = useConnectAttempt({
    identityType: ownIdentityType,
    onConnected,
    onError,
    root: focus.root,
    attemptKeyOf: (target) =>
      target.identityType === identityType ? (target.platform ?? null) : null,
  });

  const latest = useLatestGetter({ announce, onComplete, complete: messages.complete });
  const wasMet = useRef<boolean | null>(null);
  useEffect(() => {
    if (status !== "success") return;
    if (met && wasMet.current === false) latest().announce(latest().complete);
    if (met && wasMet.current !== true) safeCall(() => latest().onComplete?.());
    wasMet.current = met;
  }, [status, met, latest]);

  const findConnector = (platform: string): Connector | undefined =>
    connectors.find((connector) => connector.platform === platform);
  const nameOf = (platform: string) => displayName(platform, findConnector(platform));
  const alternatives = new Intl.ListFormat(locale, { type: "disjunction" });

  function toItem(requirement: CheckedRequirement, index: number): ChecklistItem {
    const { platforms, connection, isOptional } = requirement;
    const key = `${index} ${platforms}`;
    const failure = attempt.failure?.attemptKey === key ? attempt.failure : null;
    const isOurs = session?.identityType === identityType;
    const isRunning = (platform: string) =>
      isOurs && session?.platform === platform && requirement.state !== "met";
    const state = ((): ChecklistRowState => {
      if (requirement.state === "met") return "met";
      if (platforms.some(isRunning)) return "connecting";
      return failure ? "error" : requirement.state;
    })();
    const connect = (platform: string, reconnectId?: string) => async () => {
      const outcome = await attempt.run(key, () =>
        store.connect(
          { platform, identityType, reconnectId },
          {},
          { container: focus.root.current },
        ),
      );
      if (outcome.type === "connected") focus.moveOnFrom(index);
    };
    const mayReconnect = connection?.can.reconnect ?? true;
    const offered = platforms.filter((platform) => !findConnector(platform)?.unavailable);
    const choices = (() => {
      if (requirement.state === "met" || mayReconnect !== true) return [];
      if (connection) {
        const { platform, id } = connection;
        const account = accountName(connection, nameOf(platform));
        return [
          {
            platform,
            label: failure ? list.tryAgain : list.reconnect,
            accessibleName: failure
              ? `${list.tryAgain}: ${account}`
              : list.reconnectAccount(account),
            isRunning: isRunning(platform),
            onPress: connect(platform, id),
          },
        ];
      }
      return offered.map((platform) => {
        const isOnly = offered.length === 1;
        const name = nameOf(platform);
        const accessibleName = failure
          ? gallery.tryConnectingAgain(name)
          : gallery.connectPlatform(name);
        const label = failure ? gallery.tryAgain : gallery.connect;
        return {
          platform,
          // With several buttons, each names its platform.
          label: isOnly ? label : gallery.connectPlatform(name),
          accessibleName: isOnly ? accessibleName : undefined,
          isRunning: isRunning(platform),
          onPress: connect(platform),
        };
      });
    })();
    const shown = connection ? [connection.platform] : platforms;
    const notice = failure?.notice(shown.length === 1 ? nameOf(shown[0] ?? "") : null);
    const unavailable = findConnector(platforms[0] ?? "")?.unavailable;
    return {
      key,
      state,
      name: alternatives.format(shown.map(nameOf)),
      logos: shown.slice(0, 2).map((platform) => ({
        platform,
        name: nameOf(platform),
        image: findConnector(platform)?.image ?? null,
      })),
      isOptional,
      connectionId: connection?.id,
      account: connection ? (connection.name ?? connection.account) : undefined,
      detail: (() => {
        if (state === "error" && notice) return noticeText(notice);
        if (!connection) return offered.length === 0 ? unavailable : undefined;
        if (mayReconnect !== true) return mayReconnect.reason;
        return connectionMessages.detail(connection.state, nameOf(connection.platform));
      })(),
      choices,
      isNext: requirement === next,
    };
  }

  const state = (() => {
    if (status === "pending") return "loading";
    if (status === "error") return "error";
    return met ? "complete" : "incomplete";
  })();
  return (
    <ConnectChecklistView
      state={state}
      items={checked.map(toItem)}
      expected={requirements.length}
      error={error}
      onTryAgain={() => {
        // The pressed button disappears together with its message.
        focus.heading.current?.focus();
        void refresh();
      }}
      title={title}
      headingLevel={headingLevel}
      headingRef={focus.heading}
      classNames={classNames}
      internalProps={{
        ...preload,
        ref: focus.root,
        onFocus(event) {
          preload.onFocus(event);
          focus.onFocus(event);
        },
        onBlur: focus.onBlur,
      }}
      rootProps={{ ...themeAttributes, ...elementProps, ref }}
    />
  );
});
