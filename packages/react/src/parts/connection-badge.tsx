"use client";

import type { ConnectionEnvironment, ConnectionState } from "@authkit-ui/contract";
import {
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type ForwardedRef,
  forwardRef,
} from "react";
import { useMessages } from "../messages/use-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { useRootContext } from "../ui/root-context.ts";
import { StateLabel } from "./state-label.tsx";

/** Props of {@link ConnectionBadge}. */
export interface ConnectionBadgeProps {
  /** The connection's health, e.g. `connection.state`. */
  state: ConnectionState;
  /**
   * `test` adds a badge that says so.
   * @default "live"
   */
  environment?: ConnectionEnvironment | undefined;
  /** Id of the root element. */
  id?: string | undefined;
  /** Style of the root element. */
  style?: CSSProperties | undefined;
  /** Class of the root element. */
  className?: string | undefined;
}

/** Any other attribute of a `<span>` goes to the root element. */
type ElementAttributes = Omit<
  ComponentPropsWithoutRef<"span">,
  keyof ConnectionBadgeProps | "children"
>;

/**
 * Shows a connection's state by its shape, its colour and its words. `data-state` is the state. The ref, and any
 * attribute that is not among the props, go to the root element, a `<span>`.
 *
 * @example
 * <ConnectionBadge state={connection.state} />
 */
export const ConnectionBadge = forwardRef(function ConnectionBadge(
  { state, environment, className, ...attributes }: ConnectionBadgeProps & ElementAttributes,
  ref: ForwardedRef<HTMLSpanElement>,
) {
  const { root } = useRootContext();
  const messages = useMessages("connection");
  return (
    <span
      {...root}
      {...attributes}
      ref={ref}
      className={classNames("ak ak-inline", className)}
      data-state={state}
    >
      <StateLabel state={state}>{messages.state[state]}</StateLabel>
      {environment === "test" && <span className="ak-badge">{messages.test}</span>}
    </span>
  );
});
