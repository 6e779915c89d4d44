import type { BrowserCommand } from "vitest/node";

/** What a person has asked of the system. */
export interface Media {
  media?: "screen" | "print" | null;
  colorScheme?: "light" | "dark" | null;
  forcedColors?: "active" | "none" | null;
  reducedMotion?: "reduce" | "no-preference" | null;
  contrast?: "more" | "no-preference" | null;
}

declare module "vitest/browser" {
  interface BrowserCommands {
    /** Emulates what a person has asked of the system; `null` takes it back. */
    emulateMedia: (media: Media) => Promise<void>;
  }
}

export const emulateMedia: BrowserCommand<[Media]> = ({ page }, media) => page.emulateMedia(media);
