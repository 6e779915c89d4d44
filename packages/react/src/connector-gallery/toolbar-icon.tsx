"use client";

import { Icon } from "../ui/icon.tsx";
import { useLatch } from "../ui/use-latch.ts";

/** Props of {@link ToolbarIcon}. */
export interface ToolbarIconProps {
  /** One of `icons.ts`. */
  path: string;
  /** Leaves its place empty, unless it has been shown. */
  isHeld: boolean;
}

/** A decoration that no name waits for: a page's first drawing takes as long as several cards. */
export function ToolbarIcon({ path, isHeld }: ToolbarIconProps) {
  const isShown = useLatch(!isHeld);
  return isShown ? <Icon path={path} /> : <span className="ak-icon" aria-hidden="true" />;
}
