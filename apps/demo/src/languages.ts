import type { MessageOverrides } from "@authkit-ui/react";

/** A language of the kit: what it calls itself, its direction, and how its texts are loaded. */
interface Language {
  name: string;
  dir: "ltr" | "rtl";
  /** Absent for English, which the kit brings along. */
  load?(): Promise<MessageOverrides>;
}

/** Each is a file of its own, fetched when it is chosen. */
export const languages = {
  en: { name: "English", dir: "ltr" },
  de: {
    name: "Deutsch",
    dir: "ltr",
    load: () => import("@authkit-ui/react/locales/de").then(({ de }) => de),
  },
  fr: {
    name: "Français",
    dir: "ltr",
    load: () => import("@authkit-ui/react/locales/fr").then(({ fr }) => fr),
  },
  es: {
    name: "Español",
    dir: "ltr",
    load: () => import("@authkit-ui/react/locales/es").then(({ es }) => es),
  },
  "pt-BR": {
    name: "Português (Brasil)",
    dir: "ltr",
    load: () => import("@authkit-ui/react/locales/pt-BR").then(({ ptBR }) => ptBR),
  },
  ja: {
    name: "日本語",
    dir: "ltr",
    load: () => import("@authkit-ui/react/locales/ja").then(({ ja }) => ja),
  },
  "zh-CN": {
    name: "简体中文",
    dir: "ltr",
    load: () => import("@authkit-ui/react/locales/zh-CN").then(({ zhCN }) => zhCN),
  },
  ar: {
    name: "العربية",
    dir: "rtl",
    load: () => import("@authkit-ui/react/locales/ar").then(({ ar }) => ar),
  },
  he: {
    name: "עברית",
    dir: "rtl",
    load: () => import("@authkit-ui/react/locales/he").then(({ he }) => he),
  },
} satisfies Record<string, Language>;

export type LanguageTag = keyof typeof languages;

/** The texts of a language, or `undefined` for English. */
export async function loadMessages(tag: LanguageTag): Promise<MessageOverrides | undefined> {
  const language: Language = languages[tag];
  return language.load?.();
}
