"use client";

import type { RefObject } from "react";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { useRegisterGallerySearch } from "../provider/gallery-search.ts";
import { classNames } from "../ui/class-names.ts";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { search, x } from "../ui/icons.ts";

/** Props of {@link GallerySearchField}. */
export interface GallerySearchFieldProps {
  value: string;
  /** Connectors that can be found; 0 while that is not known. */
  count: number;
  messages: GalleryMessages;
  input: RefObject<HTMLInputElement | null>;
  onChange: (value: string) => void;
  /** Moves the focus on to what was found. */
  onArrowDown: () => void;
  className?: string | undefined;
}

/** The search; Escape and a button empty it. */
export function GallerySearchField(props: GallerySearchFieldProps) {
  const { value, count, messages, input, onChange, onArrowDown, className } = props;
  const hasText = value !== "";
  useRegisterGallerySearch(input);
  return (
    <div className="ak-field">
      <Icon path={search} />
      <Field
        ref={input}
        type="search"
        className={classNames("ak-input", className)}
        aria-label={messages.searchLabel}
        placeholder={messages.search(count)}
        spellCheck={false}
        enterKeyHint="search"
        value={value}
        onValueChange={onChange}
        // With nothing to empty, the key is the product's, e.g. to close its dialog.
        onEscape={hasText ? () => onChange("") : undefined}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onArrowDown();
        }}
      />
      {hasText && (
        <button
          type="button"
          className="ak-icon-button"
          aria-label={messages.clearSearch}
          onClick={() => {
            input.current?.focus();
            onChange("");
          }}
        >
          <Icon path={x} />
        </button>
      )}
    </div>
  );
}
