"use client";

import { useMessagesContext } from "./messages-context.ts";
import { catalogLanguage } from "./text-language.ts";

/** The `lang` of a text of Pica's catalog, e.g. of a category; `undefined` where it needs none. */
export const useCatalogLang = (): "en" | undefined => catalogLanguage(useMessagesContext().lang);
