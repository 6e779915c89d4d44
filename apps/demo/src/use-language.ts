import type { MessageOverrides } from "@authkit-ui/react";
import { useEffect, useState } from "react";
import { type LanguageTag, languages, loadMessages } from "./languages.ts";

interface LoadedLanguage {
  tag: LanguageTag;
  messages: MessageOverrides | undefined;
}

/** The chosen language once its texts are there; until then the one before it. */
export function useLanguage(tag: LanguageTag) {
  const [loaded, setLoaded] = useState<LoadedLanguage>({ tag: "en", messages: undefined });
  useEffect(() => {
    let isCurrent = true;
    loadMessages(tag).then((messages) => {
      if (isCurrent) setLoaded({ tag, messages });
    });
    return () => {
      isCurrent = false;
    };
  }, [tag]);
  return { locale: loaded.tag, messages: loaded.messages, dir: languages[loaded.tag].dir };
}
