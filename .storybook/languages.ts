import type { MessageOverrides } from "@authkit-ui/react";

/** A language's module exports its texts, under whatever name. */
const modules = import.meta.glob<Record<string, MessageOverrides>>(
  "../packages/react/src/messages/locales/*.ts",
);

const tags = Object.keys(modules).flatMap((path) => /\/([\w-]+)\.ts$/.exec(path)?.[1] ?? []);

const nameOf = (tag: string) => new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;

/** Every language that the kit ships, English first, for the toolbar. */
export const languages = ["en", ...tags.filter((tag) => tag !== "en")].map((value) => ({
  value,
  title: nameOf(value),
}));

/** The texts of a language; `undefined` for English, which the kit brings along. */
export async function loadMessages(tag: string): Promise<MessageOverrides | undefined> {
  const load = modules[`../packages/react/src/messages/locales/${tag}.ts`];
  return load && Object.values(await load())[0];
}

const rightToLeft = new Set(["ar", "dv", "fa", "he", "ku", "ps", "ur", "yi"]);

export const directionOf = (tag: string): "ltr" | "rtl" =>
  rightToLeft.has(new Intl.Locale(tag).language) ? "rtl" : "ltr";
