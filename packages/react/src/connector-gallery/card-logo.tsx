"use client";

import type { Connector } from "@authkit-ui/contract";
import { useEffect } from "react";
import { Logo } from "../ui/logo.tsx";
import { useLatch } from "../ui/use-latch.ts";

/** Images that a card has shown: the browser has them at hand. */
const shownBefore = new Set<string>();

/** Props of {@link CardLogo}. */
export interface CardLogoProps {
  connector: Connector;
  /** Leaves the plate empty, unless there is something to show without fetching it. */
  isHeld: boolean;
}

/** A card's logo; once shown, it stays. */
export function CardLogo({ connector: { platform, name, image }, isHeld }: CardLogoProps) {
  const isShown = useLatch(!isHeld || !image || shownBefore.has(image));
  useEffect(() => {
    if (isShown && image) shownBefore.add(image);
  }, [isShown, image]);
  if (!isShown) return <span className="ak-logo" data-kind="image" data-size="lg" aria-hidden />;
  return <Logo platform={platform} name={name} image={image} size="lg" />;
}
