"use client";

import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import type { Catalog } from "../data/catalog.ts";
import { searchLabels } from "../data/search-labels.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { useCatalogLang } from "../messages/use-catalog-lang.ts";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { check, search } from "../ui/icons.ts";
import { isComposing } from "../ui/is-composing.ts";
import { Popover } from "../ui/popover.tsx";

/** Props of {@link CategoryCombobox}. */
export interface CategoryComboboxProps {
  catalog: Catalog;
  /** `null` is every category, an empty text is those without one. */
  category: string | null;
  messages: GalleryMessages;
  /** The button that opened it. */
  anchor: RefObject<HTMLElement | null>;
  onChoose: (category: string | null) => void;
  onClose: () => void;
}

/** A combobox whose list is always open: the field keeps the focus, arrow keys move in the list. */
export function CategoryCombobox(props: CategoryComboboxProps) {
  const { catalog, category, messages, anchor, onChoose, onClose } = props;
  const field = useRef<HTMLInputElement>(null);
  const catalogLang = useCatalogLang();
  const options: { category: string | null; label: string; count: number }[] = [
    { category: null, label: messages.allCategories, count: catalog.connectors.length },
    ...catalog.categories.map(({ name, count }) => ({
      category: name ?? "",
      label: name ?? messages.otherCategory,
      count,
    })),
  ];
  const [typed, setTyped] = useState("");
  const found = searchLabels(options, typed);
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      found.findIndex((option) => option.category === category),
    ),
  );
  const listId = useId();
  const active = found[index];
  const idOf = (position: number) => `${listId}-${position}`;

  function onKeyDown(event: KeyboardEvent) {
    // The list would cover what has the focus next.
    if (event.key === "Tab") return onClose();
    if (isComposing(event.nativeEvent)) return;
    const last = found.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: index >= last ? 0 : index + 1,
      ArrowUp: index <= 0 ? last : index - 1,
      PageDown: Math.min(last, index + 8),
      PageUp: Math.max(0, index - 8),
    };
    const target = moves[event.key];
    if (target === undefined) return;
    event.preventDefault();
    setIndex(target);
  }
  return (
    <Popover
      role="dialog"
      label={messages.filterByCategory}
      className="ak-category-popover"
      anchor={anchor}
      onClose={onClose}
      focusFirst={() => field.current}
    >
      <div className="ak-field">
        <Icon path={search} />
        <Field
          ref={field}
          className="ak-input"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? idOf(index) : undefined}
          aria-label={messages.findCategory}
          aria-autocomplete="list"
          placeholder={messages.findCategory}
          value={typed}
          onValueChange={(text) => {
            setTyped(text);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
          onEnter={() => {
            if (active) onChoose(active.category);
          }}
        />
      </div>
      {found.length === 0 && (
        <p className="ak-options-empty" role="status">
          {messages.noCategory(typed.trim())}
        </p>
      )}
      <div id={listId} className="ak-options" role="listbox" aria-label={messages.filterByCategory}>
        {found.map((option, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field above has the focus
          <div
            // Labels may be equal: a category can be called as those without one are.
            key={JSON.stringify(option.category)}
            ref={position === index ? keepInView : undefined}
            id={idOf(position)}
            className="ak-option"
            role="option"
            aria-selected={option.category === category}
            data-active={position === index || undefined}
            onClick={() => onChoose(option.category)}
          >
            {option.category === category && <Icon path={check} />}
            <span className="ak-option-name">
              <bdi lang={option.category ? catalogLang : undefined}>{option.label}</bdi>
            </span>
            <span className="ak-count">{option.count}</span>
          </div>
        ))}
      </div>
    </Popover>
  );
}

const keepInView = (option: HTMLElement | null) => option?.scrollIntoView?.({ block: "nearest" });
