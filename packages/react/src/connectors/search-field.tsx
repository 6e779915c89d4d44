"use client";

import { useEffect, useRef } from "react";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { hearEscape } from "../ui/hear-escape.ts";
import { Icon } from "../ui/icon.tsx";
import { cross, search } from "../ui/icons.ts";
import { isComposing } from "../ui/is-composing.ts";
import { useLatest } from "../ui/use-latest.ts";
import { ToolbarIcon } from "./toolbar-icon.tsx";

/** Props of {@link SearchField}. */
export interface SearchFieldProps {
  value: string;
  /** Connectors that can be found; 0 while that is not known. */
  count: number;
  texts: GalleryMessages;
  /** Its icon still waits. */
  holdsIcon: boolean;
  onChange: (value: string) => void;
  /** Arrow down: on to what was found. */
  onLeave: () => void;
  className?: string | undefined;
}

/** Finds as it is typed into; Escape empties it. */
export function SearchField({
  value,
  count,
  texts,
  holdsIcon,
  onChange,
  onLeave,
  className,
}: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const latest = useLatest(onChange);
  const isEmpty = value === "";
  useEffect(() => {
    // An empty field leaves the key to the host's dialog around the gallery.
    if (isEmpty) return;
    return hearEscape(
      () => latest()(""),
      ({ target }) => target === input.current,
    );
  }, [isEmpty, latest]);
  return (
    <div className="ak-field">
      <ToolbarIcon path={search} isHeld={holdsIcon} />
      <input
        ref={input}
        type="search"
        className={classNames("ak-input", className)}
        aria-label={texts.searchLabel}
        placeholder={texts.search(count)}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          onLeave();
        }}
      />
      {!isEmpty && (
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
      )}
    </div>
  );
}
