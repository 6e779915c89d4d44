"use client";

import type { ConnectionEnvironment, ConnectionState } from "@authkit-ui/contract";
import { useMessages } from "../messages/use-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { useRootContext } from "../ui/root-context.ts";
import { StateLabel } from "./state-label.tsx";

/** Props of {@link ConnectionBadge}. */
export interface ConnectionBadgeProps {
  /** The connection's health, e.g. `connection.state`. */
  state: ConnectionState;
  /** `test` adds a badge that says so. @default "live" */
  environment?: ConnectionEnvironment | undefined;
  /** Of the badge. */
  className?: string | undefined;
}

/**
 * A connection's health in shape, colour and words. `data-state` is the state.
 *
 * @example
 * <ConnectionBadge state={connection.state} />
 */
export function ConnectionBadge({ state, environment, className }: ConnectionBadgeProps) {
  const { root } = useRootContext();
  const texts = useMessages("connection");
  return (
    <span className={classNames("ak ak-inline", className)} data-state={state} {...root}>
      <StateLabel state={state}>{texts.state[state]}</StateLabel>
      {environment === "test" && <span className="ak-badge">{texts.test}</span>}
    </span>
  );
}
