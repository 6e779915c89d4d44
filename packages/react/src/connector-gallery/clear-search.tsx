"use client";

import type { RefObject } from "react";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { Icon } from "../ui/icon.tsx";
import { cross } from "../ui/late-icons.ts";

/** Props of {@link ClearSearch}. */
export interface ClearSearchProps {
  /** The field, which holds text. */
  input: RefObject<HTMLInputElement | null>;
  texts: GalleryMessages;
  onChange: (value: string) => void;
}

/** Empties a search, as Escape does. */
export function ClearSearch({ input, texts, onChange }: ClearSearchProps) {
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
