"use client";

import {
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type ForwardedRef,
  forwardRef,
} from "react";
import { classNames } from "../ui/class-names.ts";
import { Logo } from "../ui/logo.tsx";
import { useRootContext } from "../ui/root-context.ts";

/** Props of {@link ConnectorLogo}. */
export interface ConnectorLogoProps {
  /** Pica's id of the platform; chooses the monogram's colour. */
  platform: string;
  /** Display name; the first letters of its first two words are the monogram. */
  name: string;
  /** Address of the image; one that is missing, broken or unsafe leaves the monogram. */
  image?: string | null | undefined;
  /**
   * 20, 36, 40 or 56 px.
   * @default "md"
   */
  size?: "sm" | "md" | "lg" | "xl" | undefined;
  /**
   * Whether it is grey and faint, for what is no longer connected.
   * @default false
   */
  dimmed?: boolean | undefined;
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
  keyof ConnectorLogoProps | "children"
>;

/**
 * Shows a connector's logo. It is a decoration, so write the connector's name beside it. The ref, and
 * any attribute that is not among the props, go to the root element, a `<span>`.
 *
 * @example
 * <ConnectorLogo platform="gmail" name="Gmail" image={connector.image} size="sm" />
 */
export const ConnectorLogo = forwardRef(function ConnectorLogo(
  {
    platform,
    name,
    image,
    size,
    dimmed = false,
    className,
    ...attributes
  }: ConnectorLogoProps & ElementAttributes,
  ref: ForwardedRef<HTMLSpanElement>,
) {
  const { root } = useRootContext();
  return (
    <span {...root} {...attributes} ref={ref} className={classNames("ak ak-inline", className)}>
      <Logo platform={platform} name={name} image={image} size={size} isDimmed={dimmed} />
    </span>
  );
});
