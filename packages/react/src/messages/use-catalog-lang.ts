"use client";

import { useMessagesContext } from "./messages-context.ts";
import { catalogLanguage } from "./text-language.ts";

/** The `lang` for a text of Pica's catalog, e.g. a category, or `undefined` if it needs none. */
export const useCatalogLang = (): "en" | undefined => catalogLanguage(useMessagesContext().lang);
