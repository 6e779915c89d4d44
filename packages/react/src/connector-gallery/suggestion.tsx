"use client";

import type { Connector } from "@authkit-ui/contract";
import { useMemo } from "react";
import { suggestConnector } from "../data/suggest-connector.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { focusSection } from "../ui/focus-section.ts";

/** Props of {@link Suggestion}. */
export interface SuggestionProps {
  connectors: readonly Connector[];
  /** Fits none of them. */
  search: string;
  texts: GalleryMessages;
  onSearch: (search: string) => void;
}

/** What to try when nothing fits: the nearest name, or less of what was typed. */
export function Suggestion({ connectors, search, texts, onSearch }: SuggestionProps) {
  const nearest = useMemo(() => suggestConnector(connectors, search), [connectors, search]);
  if (!nearest) return <span>{texts.noMatchHint}</span>;
  const [before, after] = texts.didYouMean;
  return (
    <>
      <span>{before}</span>
      <button
        type="button"
        className="ak-text-button"
        onClick={({ currentTarget }) => {
          focusSection(currentTarget);
          onSearch(nearest.name);
        }}
      >
        {nearest.name}
      </button>
      <span>{after}</span>
    </>
  );
}
