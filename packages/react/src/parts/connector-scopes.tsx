"use client";

import {
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type ForwardedRef,
  forwardRef,
} from "react";
import { useConnector } from "../hooks/use-connector.ts";
import { ScopesLine } from "../session/scopes-line.tsx";
import { classNames } from "../ui/class-names.ts";
import { useRootContext } from "../ui/root-context.ts";

/** Props of {@link ConnectorScopes}. */
export interface ConnectorScopesProps {
  /** Pica's id of the platform, e.g. `gmail`. */
  platform: string;
  /**
   * How many scopes are named. The others are counted.
   * @default 6
   */
  max?: number | undefined;
  /** Id of the root element, for `aria-describedby` of a button. */
  id?: string | undefined;
  /** Style of the root element. */
  style?: CSSProperties | undefined;
  /** Class of the root element. */
  className?: string | undefined;
}

/** Any other attribute of a `<p>` goes to the root element. */
type ElementAttributes = Omit<
  ComponentPropsWithoutRef<"p">,
  keyof ConnectorScopesProps | "children"
>;

/**
 * Says what people will be asked to allow when they connect a platform, e.g. "Will ask to: read
 * mail and send mail". Renders nothing if the catalog lists no scopes, as on Pica. The ref, and any
 * attribute that is not among the props, go to the root element, a `<p>`.
 *
 * @example
 * <ConnectButton platform="gmail" aria-describedby="gmail-scopes" />
 * <ConnectorScopes platform="gmail" id="gmail-scopes" />
 */
export const ConnectorScopes = forwardRef(function ConnectorScopes(
  { platform, max = 6, className, ...attributes }: ConnectorScopesProps & ElementAttributes,
  ref: ForwardedRef<HTMLParagraphElement>,
) {
  const { root } = useRootContext();
  return (
    <ScopesLine
      {...root}
      {...attributes}
      ref={ref}
      scopes={useConnector(platform)?.scopes}
      max={max}
      className={classNames("ak ak-scopes", className)}
    />
  );
});
