"use client";

import { useRef } from "react";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { Field } from "../ui/field.tsx";
import type { LazyModule } from "../ui/lazy-module.ts";
import { search } from "../ui/list-icons.ts";
import { useLazyModule } from "../ui/use-lazy-module.ts";
import type { GalleryParts } from "./category-trigger.tsx";
import { ToolbarIcon } from "./toolbar-icon.tsx";

/** Props of {@link SearchField}. */
export interface SearchFieldProps {
  value: string;
  /** Connectors that can be found; 0 while that is not known. */
  count: number;
  texts: GalleryMessages;
  parts: LazyModule<GalleryParts>;
  /** Its icon still waits. */
  holdsIcon: boolean;
  onChange: (value: string) => void;
  /** Arrow down: on to what was found. */
  onLeave: () => void;
  className?: string | undefined;
}

/** Finds as it is typed into; Escape empties it. */
export function SearchField(props: SearchFieldProps) {
  const { value, count, texts, parts, holdsIcon, onChange, onLeave, className } = props;
  const input = useRef<HTMLInputElement>(null);
  const hasText = value !== "";
  const ClearSearch = useLazyModule(parts, hasText)?.ClearSearch;
  return (
    <div className="ak-field">
      <ToolbarIcon path={search} isHeld={holdsIcon} />
      <Field
        ref={input}
        type="search"
        className={classNames("ak-input", className)}
        aria-label={texts.searchLabel}
        placeholder={texts.search(count)}
        spellCheck={false}
        enterKeyHint="search"
        value={value}
        onValueChange={onChange}
        // An empty search leaves that key to the product.
        onEscape={hasText ? () => onChange("") : undefined}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onLeave();
        }}
      />
      {hasText && ClearSearch && <ClearSearch {...props} input={input} />}
    </div>
  );
}
