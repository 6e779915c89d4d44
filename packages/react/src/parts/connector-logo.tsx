"use client";

import { classNames } from "../ui/class-names.ts";
import { Logo } from "../ui/logo.tsx";
import { useRootContext } from "../ui/root-context.ts";

/** Props of {@link ConnectorLogo}. */
export interface ConnectorLogoProps {
  /** Pica's id of the platform; chooses the monogram's colour. */
  platform: string;
  /** Display name; its first letter is the monogram. */
  name: string;
  /** Address of the image; one that is missing, broken or unsafe leaves the monogram. */
  image?: string | null | undefined;
  /** 20, 36, 40 or 56 px. @default "md" */
  size?: "sm" | "md" | "lg" | "xl" | undefined;
  /** Grey and faint, for what is no longer connected. @default false */
  dimmed?: boolean | undefined;
  /** Of the plate. */
  className?: string | undefined;
}

/**
 * A connector's logo on the kit's plate. It is a decoration: write the name beside it.
 *
 * @example
 * <ConnectorLogo platform="gmail" name="Gmail" image={connector.image} size="sm" />
 */
export function ConnectorLogo({
  platform,
  name,
  image,
  size,
  dimmed = false,
  className,
}: ConnectorLogoProps) {
  const { root } = useRootContext();
  return (
    <span className="ak ak-inline" {...root}>
      <Logo
        platform={platform}
        name={name}
        image={image}
        size={size}
        isDimmed={dimmed}
        className={classNames(className)}
      />
    </span>
  );
}
