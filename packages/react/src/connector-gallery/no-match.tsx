"use client";

import type { Connector } from "@authkit-ui/contract";
import { type ReactNode, useMemo } from "react";
import { suggestConnector } from "../data/search-connectors.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { search as searchIcon } from "../ui/icons.ts";

/** Props of {@link NoMatch}. */
export interface NoMatchProps {
  connectors: readonly Connector[];
  /** What was typed: it fits none of the connectors. */
  search: string;
  /** `null` is every category, an empty text is those without one. */
  category: string | null;
  messages: GalleryMessages;
  /** Searches for the suggested name. */
  onSuggestion: (name: string) => void;
  /** Ends search and filter. */
  onClear: () => void;
  className?: string | undefined;
  /** The product's own way out, beside the kit's. */
  children?: ReactNode | undefined;
}

/** What stands in place of the cards when nothing fits. */
export function NoMatch(props: NoMatchProps) {
  const { connectors, category, messages, onSuggestion, onClear, className, children } = props;
  const search = props.search.trim();
  return (
    <EmptyState
      icon={searchIcon}
      title={
        category === null
          ? messages.noMatch(search)
          : messages.noMatchInCategory(search, category || messages.otherCategory)
      }
      text={
        category === null ? (
          <Suggestion
            connectors={connectors}
            search={search}
            messages={messages}
            onChoose={onSuggestion}
          />
        ) : (
          messages.noMatchHint
        )
      }
      className={className}
      action={{ label: messages.clear, onClick: onClear }}
    >
      {children}
    </EmptyState>
  );
}

interface SuggestionProps {
  connectors: readonly Connector[];
  search: string;
  messages: GalleryMessages;
  onChoose: (name: string) => void;
}

/** The nearest name, or a hint where no name is near. */
function Suggestion({ connectors, search, messages, onChoose }: SuggestionProps) {
  const nearest = useMemo(() => suggestConnector(connectors, search), [connectors, search]);
  if (!nearest) return <span>{messages.noMatchHint}</span>;
  const [before, after] = messages.didYouMean;
  return (
    <>
      <span>{before}</span>
      <button type="button" className="ak-text-button" onClick={() => onChoose(nearest.name)}>
        {nearest.name}
      </button>
      <span>{after}</span>
    </>
  );
}
