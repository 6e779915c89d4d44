import type { HostStyles } from "./host-styles/host-styles.ts";
import { languages } from "./languages.ts";
import type { Person } from "./story-backend.ts";

/** What the toolbar holds. */
export interface StoryGlobals {
  theme: "neutral" | "bold" | "dense" | "halyard";
  scheme: "system" | "light" | "dark";
  direction: "auto" | "ltr" | "rtl";
  language: string;
  host: HostStyles;
  motion: "full" | "reduced";
  contrast: "normal" | "more" | "forced-colors";
  pointer: "mouse" | "touch";
  person: Person;
  latency: number;
}

type Item = string | { value: string | number; title: string };

const toolbar = (title: string, icon: string, items: readonly Item[], description = title) => ({
  description,
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

/** The toolbar, one entry a global. */
export const globalTypes = {
  theme: toolbar("Theme", "paintbrush", [
    { value: "neutral", title: "Neutral theme" },
    { value: "bold", title: "Bold theme" },
    { value: "dense", title: "Dense theme" },
    { value: "halyard", title: "Brand theme" },
  ]),
  scheme: toolbar("Scheme", "contrast", [
    { value: "system", title: "System scheme" },
    { value: "light", title: "Light" },
    { value: "dark", title: "Dark" },
  ]),
  direction: toolbar("Direction", "transfer", [
    { value: "auto", title: "Language’s direction" },
    { value: "ltr", title: "Left to right" },
    { value: "rtl", title: "Right to left" },
  ]),
  language: toolbar("Language", "globe", languages),
  host: toolbar("Host", "browser", [
    { value: "bare", title: "Bare host" },
    { value: "bootstrap-5", title: "Bootstrap 5 host" },
    { value: "tailwind-3", title: "Tailwind 3 host" },
    { value: "tailwind-4", title: "Tailwind 4 host" },
  ]),
  motion: toolbar("Motion", "play", [
    { value: "full", title: "Motion" },
    { value: "reduced", title: "Reduced motion" },
  ]),
  contrast: toolbar(
    "Contrast",
    "eye",
    [
      { value: "normal", title: "Normal contrast" },
      { value: "more", title: "More contrast" },
      { value: "forced-colors", title: "Forced colours (a hint)" },
    ],
    "Forced colours are only hinted at: the kit’s own rules for them apply, but your system’s colours do not. For the real thing use Rendering in the browser’s developer tools.",
  ),
  pointer: toolbar("Pointer", "pointerhand", [
    { value: "mouse", title: "Mouse" },
    { value: "touch", title: "Touch" },
  ]),
  person: toolbar("Signed in", "user", [
    { value: "ann", title: "Ann is signed in" },
    { value: "ben", title: "Ben is signed in" },
    { value: "nobody", title: "Nobody is signed in" },
  ]),
  latency: toolbar("Server", "timer", [
    { value: 0, title: "Instant server" },
    { value: 400, title: "Server takes 0.4 s" },
    { value: 3000, title: "Server takes 3 s" },
  ]),
};

export const initialGlobals: StoryGlobals = {
  theme: "neutral",
  scheme: "system",
  direction: "auto",
  language: "en",
  host: "bare",
  motion: "full",
  contrast: "normal",
  pointer: "mouse",
  person: "ann",
  latency: 0,
};

const frame = (name: string, pixels: number) => ({
  name: `${name}, ${pixels}`,
  styles: { width: `${pixels}px`, height: "100%" },
});

/** The widths of the page. A dialog and a media query follow it, since the whole frame has it. */
export const widths = {
  page: frame("Page", 960),
  column: frame("Column", 640),
  sidebar: frame("Sidebar", 480),
  phone: frame("Phone", 320),
};
