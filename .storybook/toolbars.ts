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

/** A menu whose button says what is chosen. */
const toolbar = (title: string, icon: string, items: readonly Item[]) => ({
  description: title,
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

/** A menu whose button is an icon: not all have room for words. */
const iconToolbar = (description: string, icon: string, items: readonly Item[]) => ({
  description,
  toolbar: { icon, items: [...items], dynamicTitle: false },
});

/** The toolbar, one entry a global. */
export const globalTypes = {
  theme: toolbar("Theme", "paintbrush", [
    { value: "neutral", title: "Neutral" },
    { value: "bold", title: "Bold" },
    { value: "dense", title: "Dense" },
    { value: "halyard", title: "Brand" },
  ]),
  scheme: toolbar("Scheme", "contrast", [
    { value: "system", title: "System" },
    { value: "light", title: "Light" },
    { value: "dark", title: "Dark" },
  ]),
  direction: iconToolbar("Text direction", "transfer", [
    { value: "auto", title: "Language’s direction" },
    { value: "ltr", title: "Left to right" },
    { value: "rtl", title: "Right to left" },
  ]),
  language: toolbar("Language", "globe", languages),
  host: iconToolbar("Stylesheet of the host", "browser", [
    { value: "bare", title: "Bare host" },
    { value: "bootstrap-5", title: "Bootstrap 5 host" },
    { value: "tailwind-3", title: "Tailwind 3 host" },
    { value: "tailwind-4", title: "Tailwind 4 host" },
  ]),
  motion: iconToolbar("Motion", "play", [
    { value: "full", title: "Motion" },
    { value: "reduced", title: "Reduced motion" },
  ]),
  contrast: iconToolbar("Contrast", "eye", [
    { value: "normal", title: "Normal contrast" },
    { value: "more", title: "More contrast" },
    { value: "forced-colors", title: "Forced colours (a hint)" },
  ]),
  pointer: iconToolbar("Pointer", "pointerhand", [
    { value: "mouse", title: "Mouse" },
    { value: "touch", title: "Touch" },
  ]),
  person: iconToolbar("Who is signed in", "user", [
    { value: "ann", title: "Ann is signed in" },
    { value: "ben", title: "Ben is signed in" },
    { value: "nobody", title: "Nobody is signed in" },
  ]),
  latency: iconToolbar("Speed of the server", "timer", [
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
