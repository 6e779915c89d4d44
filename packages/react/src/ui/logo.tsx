"use client";

import { useState } from "react";
import { classNames } from "./class-names.ts";
import { initials } from "./initials.ts";
import { safeImage } from "./safe-image.ts";

/** Props of {@link Logo}. */
export interface LogoProps {
  platform: string;
  name: string;
  image: string | null | undefined;
  size?: "sm" | "md" | "lg" | "xl" | undefined;
  isDimmed?: boolean | undefined;
  className?: string | undefined;
}

/** A connector's image on a light plate; a monogram until, or unless, there is one to show. */
export function Logo({ platform, name, image, size, isDimmed, className }: LogoProps) {
  const source = safeImage(image);
  const [broken, setBroken] = useState<string | null>(null);
  const plate = {
    className: classNames("ak-logo", className),
    "data-size": size,
    "data-dim": isDimmed || undefined,
    "aria-hidden": true,
  };
  if (source === null || source === broken) {
    const { letters, hue } = initials(platform, name);
    return (
      <span {...plate} data-kind="monogram" data-hue={hue}>
        {letters}
      </span>
    );
  }
  return (
    <span {...plate} data-kind="image">
      <img
        // What failed before the page was hydrated tells nobody.
        ref={(element) => {
          if (element?.complete && element.naturalWidth === 0) setBroken(source);
        }}
        className="ak-logo-image"
        src={source}
        alt=""
        width="24"
        height="24"
        loading="lazy"
        decoding="async"
        referrerPolicy="no-referrer"
        draggable={false}
        onError={() => setBroken(source)}
      />
    </span>
  );
}
