"use client";

import * as Slot from "radix-ui/slot";
import { attentionEnglish } from "../messages/attention-messages.ts";
import { useComponentMessages } from "../messages/use-component-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { BusyLabel } from "../ui/busy-label.tsx";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { useExit } from "../ui/exit-presence.tsx";
import { Icon } from "../ui/icon.tsx";
import { circleAlert, triangleAlert, x } from "../ui/icons.ts";
import type { RootProps } from "../ui/root-context.ts";
import { WrappingName } from "../ui/wrapping-name.tsx";
import {
  type AttentionSentence,
  attentionSentence,
  type WorstAccount,
} from "./attention-sentence.ts";

/**
 * Where the banner stands.
 *
 * - `needs-attention`: at least one account needs attention.
 * - `reconnecting`: a connect session for the worst account is running.
 * - `error`: the last attempt failed; the button tries again.
 */
export type AttentionBannerState = "needs-attention" | "reconnecting" | "error";

/** Classes of a product's own for the parts of `AttentionBanner`. */
export interface AttentionBannerClassNames {
  /** The banner. */
  root?: string | undefined;
  /** The sentence and the detail below it. */
  text?: string | undefined;
  /** The button that reconnects. */
  button?: string | undefined;
  /** The button that dismisses the banner. */
  dismiss?: string | undefined;
}

/** Props of {@link AttentionBannerView}. */
export interface AttentionBannerViewProps {
  state: AttentionBannerState;
  /** How many accounts need attention. */
  count: number;
  /** The worst of them. */
  worst: WorstAccount;
  /** Why the last attempt failed, or why the viewer may not reconnect. */
  detail?: string | undefined;
  /** `null` when the viewer may not reconnect. */
  onReconnect: (() => void) | null;
  /** `null` when the banner cannot be dismissed. */
  onDismiss: (() => void) | null;
  classNames?: AttentionBannerClassNames | undefined;
  /** The component's own ref and handlers for the root element. */
  internalProps?: RootProps | undefined;
  /** The product's props of the root element. */
  rootProps?: RootProps | undefined;
}

/** Says which accounts need attention, with a button that reconnects the worst one. */
export function AttentionBannerView(props: AttentionBannerViewProps) {
  const { state, count, worst, detail, onReconnect, onDismiss, classNames: slots } = props;
  const { list } = useMessages();
  const messages = useComponentMessages("attention", attentionEnglish);
  const sentence = attentionSentence(messages, count, worst);
  const { className, ...rootProps } = props.rootProps ?? {};
  const { isOpen, ref: exitRef } = useExit();
  const isRunning = state === "reconnecting";
  const hasFailed = state === "error";
  return (
    <Slot.Root ref={exitRef}>
      <Slot.Root {...props.internalProps}>
        <section
          aria-label={sentence.join("")}
          {...rootProps}
          className={classNames("ak ak-banner ak-attention-banner", slots?.root, className)}
          data-state={state}
          data-leaving={!isOpen || undefined}
        >
          <Icon path={hasFailed ? circleAlert : triangleAlert} />
          <div className={classNames("ak-banner-text", slots?.text)}>
            <p className="ak-attention-sentence">{inWords(sentence)}</p>
            {/* Of several accounts, it names the one that the button reconnects. */}
            {(detail || (count > 1 && onReconnect)) && (
              <p className="ak-attention-detail" role={hasFailed ? "alert" : undefined}>
                {detail ?? inWords(attentionSentence(messages, 1, worst))}
              </p>
            )}
          </div>
          {onReconnect && (
            <Button
              variant="solid"
              size="sm"
              className={slots?.button}
              aria-label={
                hasFailed
                  ? `${list.tryAgain}: ${worst.account}`
                  : list.reconnectAccount(worst.account)
              }
              aria-busy={isRunning || undefined}
              aria-disabled={isRunning || undefined}
              onClick={isRunning ? undefined : onReconnect}
            >
              <BusyLabel isBusy={isRunning}>{hasFailed ? list.tryAgain : list.reconnect}</BusyLabel>
            </Button>
          )}
          {onDismiss && (
            <button
              type="button"
              className={classNames("ak-icon-button", slots?.dismiss)}
              aria-label={messages.dismiss}
              onClick={onDismiss}
            >
              <Icon path={x} />
            </button>
          )}
        </section>
      </Slot.Root>
    </Slot.Root>
  );
}

/** A sentence whose account's label may wrap. */
const inWords = ([before, account, after]: AttentionSentence) => (
  <>
    <span>{before}</span>
    {account && <WrappingName text={account} />}
    <span>{after}</span>
  </>
);
