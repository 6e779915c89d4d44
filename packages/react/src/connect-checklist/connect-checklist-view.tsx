"use client";

import * as Slot from "radix-ui/slot";
import { type ReactNode, type Ref, useId } from "react";
import { checklistEnglish } from "../messages/checklist-messages.ts";
import { useComponentMessages } from "../messages/use-component-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { classNames } from "../ui/class-names.ts";
import { ErrorState, type ErrorStateProps } from "../ui/error-state.tsx";
import { Heading, type HeadingLevel } from "../ui/heading.tsx";
import { LoadingState } from "../ui/loading-state.tsx";
import type { RootProps } from "../ui/root-context.ts";
import type { ChecklistItem } from "./checklist-item.ts";
import { ChecklistRow } from "./checklist-row.tsx";

/** Classes of a product's own for the parts of `ConnectChecklist`. */
export interface ConnectChecklistClassNames {
  /** The whole checklist. */
  root?: string | undefined;
  /** The line of heading and progress. */
  header?: string | undefined;
  /** The heading. */
  title?: string | undefined;
  /** The bar with a part for each required row. */
  progress?: string | undefined;
  /** The list of rows. */
  rows?: string | undefined;
  /** Each row. */
  row?: string | undefined;
  /** The message in place of the rows when the accounts could not be read. */
  notice?: string | undefined;
}

/** Props of {@link ConnectChecklistView}. */
export interface ConnectChecklistViewProps {
  state: "loading" | "error" | "incomplete" | "complete";
  items: readonly ChecklistItem[];
  /** How many rows there will be. */
  expected: number;
  /** Why the accounts could not be read. */
  error: ErrorStateProps["error"];
  onTryAgain: () => void;
  /**
   * `null` hides the header.
   * @default the messages' title
   */
  title?: ReactNode | undefined;
  /** @default 2 */
  headingLevel?: HeadingLevel | undefined;
  /** Id of an element that names the list in place of its title. */
  labelledBy?: string | undefined;
  headingRef?: Ref<HTMLHeadingElement> | undefined;
  classNames?: ConnectChecklistClassNames | undefined;
  /** The component's own ref and handlers for the root element. */
  internalProps?: RootProps | undefined;
  /** The product's props of the root element. */
  rootProps?: RootProps | undefined;
}

/**
 * What has to be connected, and the progress so far. Takes data and callbacks, and fetches nothing.
 */
export function ConnectChecklistView(props: ConnectChecklistViewProps) {
  const { state, items, classNames: slots } = props;
  const { list } = useMessages();
  const messages = useComponentMessages("checklist", checklistEnglish);
  const { title = messages.title, headingLevel = 2 } = props;
  const titleId = useId();
  const { className, ...rootProps } = props.rootProps ?? {};
  const hasOwnName = rootProps["aria-labelledby"] ?? rootProps["aria-label"];
  const labelledBy = props.labelledBy ?? (hasOwnName || title === null ? undefined : titleId);
  const required = items.filter(({ isOptional }) => !isOptional);
  const done = required.filter((item) => item.state === "met").length;
  const hasData = state === "incomplete" || state === "complete";
  return (
    <Slot.Root {...props.internalProps}>
      <section
        aria-labelledby={labelledBy}
        aria-label={title === null ? messages.title : undefined}
        {...rootProps}
        className={classNames("ak ak-checklist", slots?.root, className)}
        data-state={state}
        aria-busy={state === "loading" || undefined}
      >
        {title !== null && (
          <div className={classNames("ak-section-header", slots?.header)}>
            <div className="ak-section-heading">
              <Heading
                ref={props.headingRef}
                level={headingLevel}
                id={titleId}
                className={classNames("ak-section-title", slots?.title)}
              >
                {title}
              </Heading>
            </div>
            {state === "complete" && (
              <StateLabel state="operational">{messages.complete}</StateLabel>
            )}
            {state === "incomplete" && (
              <span className="ak-count">{messages.progress(done, required.length)}</span>
            )}
          </div>
        )}
        {hasData && required.length > 1 && (
          // The header has the same as text.
          <div className={classNames("ak-steps", slots?.progress)} aria-hidden="true">
            {required.map(({ key }, index) => (
              <span key={key} className="ak-step" data-done={index < done || undefined} />
            ))}
          </div>
        )}
        {state === "loading" && (
          <LoadingState text={list.loading}>
            <div className="ak-check-rows" aria-hidden="true">
              {Array.from({ length: props.expected }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they never change
                <div key={index} className="ak-check-row">
                  <span className="ak-check-logos">
                    <span className="ak-logo ak-skeleton" />
                  </span>
                  <span className="ak-check-text">
                    <span className="ak-skeleton ak-bar-lg" />
                  </span>
                </div>
              ))}
            </div>
          </LoadingState>
        )}
        {state === "error" && (
          <ErrorState
            messages={list}
            error={props.error}
            onTryAgain={props.onTryAgain}
            className={slots?.notice}
          />
        )}
        {hasData && (
          // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without markers
          <ul className={classNames("ak-check-rows", slots?.rows)} role="list">
            {items.map((item) => (
              <ChecklistRow key={item.key} item={item} className={slots?.row} />
            ))}
          </ul>
        )}
      </section>
    </Slot.Root>
  );
}
