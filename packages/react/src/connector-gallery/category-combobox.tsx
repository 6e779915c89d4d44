"use client";

import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import type { Catalog } from "../data/catalog.ts";
import { normalizeText } from "../data/search-text.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { isComposing } from "../ui/is-composing.ts";
import { check } from "../ui/late-icons.ts";
import { search } from "../ui/list-icons.ts";
import { Popover } from "../ui/popover.tsx";

/** Props of {@link CategoryCombobox}. */
export interface CategoryComboboxProps {
  catalog: Catalog;
  /** `null`: all; an empty text: those without a category. */
  value: string | null;
  texts: GalleryMessages;
  /** The button that opened it. */
  anchor: RefObject<HTMLElement | null>;
  onChoose: (category: string | null) => void;
  onClose: () => void;
}

/**
 * A combobox whose list is always there: the field keeps the focus, arrows move in the list. Loaded
 * after the page: nobody opens it at first sight.
 */
export function CategoryCombobox(props: CategoryComboboxProps) {
  const { catalog, value, texts, onChoose } = props;
  const options: { value: string | null; label: string; count: number }[] = [
    { value: null, label: texts.allCategories, count: catalog.connectors.length },
    ...catalog.categories.map(({ name, count }) => ({
      value: name ?? "",
      label: name ?? texts.otherCategory,
      count,
    })),
  ];
  const [typed, setTyped] = useState("");
  const found = options.filter(({ label }) =>
    normalizeText(label).includes(normalizeText(typed.trim())),
  );
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      found.findIndex((option) => option.value === value),
    ),
  );
  const listId = useId();
  const active = found[index];
  const idOf = (position: number) => `${listId}-${position}`;

  function onKeyDown(event: KeyboardEvent) {
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
      label={texts.filterByCategory}
      className="ak-category-popover"
      anchor={props.anchor}
      onClose={props.onClose}
      focusFirst={(popover) => popover.querySelector("input")}
    >
      <div className="ak-field">
        <Icon path={search} />
        <Field
          className="ak-input"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? idOf(index) : undefined}
          aria-label={texts.findCategory}
          aria-autocomplete="list"
          placeholder={texts.findCategory}
          value={typed}
          onValueChange={(value) => {
            setTyped(value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
          onEnter={() => {
            if (active) onChoose(active.value);
          }}
        />
      </div>
      {found.length === 0 && (
        <p className="ak-options-empty" role="status">
          {texts.noCategory(typed.trim())}
        </p>
      )}
      <div id={listId} className="ak-options" role="listbox" aria-label={texts.filterByCategory}>
        {found.map((option, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field above has the focus
          <div
            // Labels may be equal: a category can be called as those without one are.
            key={JSON.stringify(option.value)}
            ref={position === index ? keepInView : undefined}
            id={idOf(position)}
            className="ak-option"
            role="option"
            aria-selected={option.value === value}
            data-active={position === index || undefined}
            onClick={() => onChoose(option.value)}
          >
            {option.value === value && <Icon path={check} />}
            <span className="ak-option-name">
              <bdi>{option.label}</bdi>
            </span>
            <span className="ak-count">{option.count}</span>
          </div>
        ))}
      </div>
    </Popover>
  );
}

const keepInView = (option: HTMLElement | null) => option?.scrollIntoView?.({ block: "nearest" });
