import type { ConnectionState } from "@authkit-ui/contract";
import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";
import { circleAlert } from "../ui/icons.ts";
import { stateIcons } from "./state-icons.ts";

/** Props of {@link StateLabel}. */
export interface StateLabelProps {
  /** A connection's health, or `error`: something that was tried did not work. */
  state: ConnectionState | "error";
  className?: string | undefined;
  children: ReactNode;
}

/** A state in shape, colour and words. */
export function StateLabel({ state, className, children }: StateLabelProps) {
  return (
    <span className={classNames("ak-state", className)} data-state={state}>
      <Icon path={state === "error" ? circleAlert : stateIcons[state]} />
      <span className="ak-state-text">{children}</span>
    </span>
  );
}
