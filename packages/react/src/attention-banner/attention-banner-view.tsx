"use client";

import * as Slot from "radix-ui/slot";
import type { ReactNode } from "react";
import { attentionEnglish } from "../messages/attention-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useOwnMessages } from "../messages/use-own-messages.ts";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";
import { circleAlert, triangleAlert, x } from "../ui/icons.ts";
import type { RootProps } from "../ui/root-context.ts";
import { Spinner } from "../ui/spinner.tsx";
import { StableLabel } from "../ui/stable-label.tsx";

/**
 * Where the banner stands.
 *
 * - `needs-attention`: one account or several have to be mended.
 * - `reconnecting`: a connect session renews the worst one.
 * - `error`: the last attempt failed; the button tries again.
 */
export type AttentionBannerState = "needs-attention" | "reconnecting" | "error";

/** Classes of a product's own for the parts of `AttentionBanner`. */
export interface AttentionBannerClassNames {
  root?: string | undefined;
  text?: string | undefined;
  /** The button that reconnects. */
  button?: string | undefined;
  dismiss?: string | undefined;
}

/** Props of {@link AttentionBannerView}. */
export interface AttentionBannerViewProps {
  state: AttentionBannerState;
  /** Names the banner. */
  label: string;
  /** The same, with the account's name set apart from the text's direction. */
  sentence: ReactNode;
  /** Why the last attempt failed, or why the viewer may not reconnect. */
  detail?: string | undefined;
  /** What the button is about: the worst account, and whether it is the only one. */
  worst: { account: string; name: string; isOnly: boolean };
  /** `null` where the viewer may not reconnect. */
  onReconnect: (() => void) | null;
  /** `null` where the banner stays. */
  onDismiss: (() => void) | null;
  classNames?: AttentionBannerClassNames | undefined;
  /** Ref and handlers of the container for the root element, beside the product's own. */
  containerProps?: RootProps | undefined;
  /** The product's props of the root element. */
  rootProps?: RootProps | undefined;
}

/** One sentence about accounts that need somebody, and one press to the worst of them. */
export function AttentionBannerView(props: AttentionBannerViewProps) {
  const { state, sentence, detail, worst, onReconnect, onDismiss, classNames: slots } = props;
  const { list, button } = useMessages();
  const messages = useOwnMessages("attention", attentionEnglish);
  const { className, ...rootProps } = props.rootProps ?? {};
  const isRunning = state === "reconnecting";
  const hasFailed = state === "error";
  // Of several accounts the button says which it opens; of one the sentence does.
  const label = worst.isOnly ? list.reconnect : button.reconnect(worst.name);
  const spoken = worst.isOnly ? list.reconnectAccount(worst.account) : undefined;
  return (
    <Slot.Root {...props.containerProps}>
      <section
        aria-label={props.label}
        {...rootProps}
        className={classNames("ak ak-banner ak-attention-banner", slots?.root, className)}
        data-state={state}
      >
        <Icon path={hasFailed ? circleAlert : triangleAlert} />
        <div className={classNames("ak-banner-text", slots?.text)}>
          <p className="ak-attention-sentence">{sentence}</p>
          {detail && (
            <p className="ak-attention-detail" role={hasFailed ? "alert" : undefined}>
              {detail}
            </p>
          )}
        </div>
        {onReconnect && (
          <Button
            variant="solid"
            size="sm"
            className={slots?.button}
            aria-label={hasFailed ? `${list.tryAgain}: ${worst.account}` : spoken}
            aria-busy={isRunning || undefined}
            aria-disabled={isRunning || undefined}
            onClick={isRunning ? undefined : onReconnect}
          >
            {isRunning ? (
              <StableLabel idle={label}>
                <Spinner />
              </StableLabel>
            ) : hasFailed ? (
              list.tryAgain
            ) : (
              label
            )}
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
  );
}
