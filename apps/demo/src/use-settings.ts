import { useEffect, useState } from "react";
import { type LanguageTag, languages } from "./languages.ts";

/** Halyard follows the system unless told otherwise. */
export type Scheme = "system" | "light" | "dark";
/** The kit's themes: a class on any wrapper. */
export type Look = "neutral" | "bold" | "dense";
/** Whose accounts the page is about. */
export type Owner = "user" | "team";

/** What a visitor of the demo can change about the page. */
export interface Settings {
  scheme: Scheme;
  look: Look;
  owner: Owner;
  /** The kit's language; Halyard itself speaks English. */
  language: LanguageTag;
}

const defaults: Settings = { scheme: "system", look: "neutral", owner: "user", language: "en" };
const storageKey = "halyard-settings";

function readSettings(): Settings {
  try {
    const saved: Settings = {
      ...defaults,
      ...JSON.parse(localStorage.getItem(storageKey) ?? "{}"),
    };
    return saved.language in languages ? saved : defaults;
  } catch {
    return defaults;
  }
}

/** The settings, kept over reloads, and how to change some of them. */
export function useSettings() {
  const [settings, setSettings] = useState(readSettings);
  useEffect(() => {
    document.documentElement.dataset.theme = settings.scheme;
    localStorage.setItem(storageKey, JSON.stringify(settings));
  }, [settings]);
  const change = (part: Partial<Settings>) => setSettings((before) => ({ ...before, ...part }));
  return [settings, change] as const;
}
