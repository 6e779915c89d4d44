"use client";

import { type RefObject, useEffect } from "react";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { hearEscape } from "../ui/hear-escape.ts";
import { Icon } from "../ui/icon.tsx";
import { cross } from "../ui/late-icons.ts";
import { useLatest } from "../ui/use-latest.ts";

/** Props of {@link ClearSearch}. */
export interface ClearSearchProps {
  /** The field, which holds text. */
  input: RefObject<HTMLInputElement | null>;
  texts: GalleryMessages;
  onChange: (value: string) => void;
}

/** Empties a search, by its button or by Escape; an empty one leaves that key to the host. */
export function ClearSearch({ input, texts, onChange }: ClearSearchProps) {
  const latest = useLatest(onChange);
  useEffect(
    () =>
      hearEscape(
        input.current,
        () => latest()(""),
        // From the window, what stands in a shadow root looks like its host.
        (event) => event.composedPath()[0] === input.current,
      ),
    [input, latest],
  );
  return (
    <button
      type="button"
      className="ak-icon-button"
      aria-label={texts.clearSearch}
      onClick={() => {
        input.current?.focus();
        onChange("");
      }}
    >
      <Icon path={cross} />
    </button>
  );
}
