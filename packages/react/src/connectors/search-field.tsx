"use client";

import { useRef } from "react";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";
import { cross, search } from "../ui/list-icons.ts";
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
          if (event.key === "ArrowDown") {
            event.preventDefault();
            onLeave();
          }
          if (event.key !== "Escape" || value === "" || event.nativeEvent.isComposing) return;
          // A host's dialog around the gallery would hear it as its own.
          event.preventDefault();
          event.nativeEvent.stopImmediatePropagation();
          onChange("");
        }}
      />
      {value !== "" && (
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
