"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";
import { check, down, search } from "../ui/icons.ts";
import { Popover } from "../ui/popover.tsx";
import type { ConnectorCategory } from "./catalog.ts";
import { foldText } from "./search-text.ts";

/** Props of {@link CategoryPicker}. */
export interface CategoryPickerProps {
  categories: readonly ConnectorCategory[];
  /** Connectors in all of them. */
  total: number;
  /** `null`: all; an empty text: those without a category. */
  value: string | null;
  texts: GalleryMessages;
  onChange: (category: string | null) => void;
  className?: string | undefined;
}

interface Option {
  value: string | null;
  label: string;
  count: number;
}

/** One button for any number of categories: it opens a list in which they can be found by typing. */
export function CategoryPicker(props: CategoryPickerProps) {
  const { categories, total, value, texts, className } = props;
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // A press that closes the list must not open it again.
  const wasOpen = useRef(false);
  const options: Option[] = [
    { value: null, label: texts.allCategories, count: total },
    ...categories.map(({ name, count }) => ({
      value: name ?? "",
      label: name ?? texts.otherCategory,
      count,
    })),
  ];
  const chosen = options.find((option) => option.value === value) ?? options[0];
  const shown = value === null ? chosen?.label : `${chosen?.label} ${chosen?.count}`;
  return (
    <div className="ak-category">
      <button
        ref={button}
        type="button"
        className={classNames("ak-button ak-category-button", className)}
        data-variant="outline"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`${texts.filterByCategory}: ${shown}`}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={() => {
          setIsOpen(!wasOpen.current);
          wasOpen.current = false;
        }}
      >
        <span className="ak-label">{chosen?.label}</span>{" "}
        {value !== null && <span className="ak-count">{chosen?.count}</span>}
        <Icon path={down} />
      </button>
      {isOpen && (
        <Popover
          role="dialog"
          label={texts.filterByCategory}
          className="ak-category-popover"
          anchor={button}
          onClose={() => setIsOpen(false)}
          focusFirst={(popover) => popover.querySelector("input")}
        >
          <CategoryList
            {...props}
            options={options}
            onChoose={(category) => {
              button.current?.focus();
              setIsOpen(false);
              props.onChange(category);
            }}
          />
        </Popover>
      )}
    </div>
  );
}

interface CategoryListProps extends CategoryPickerProps {
  options: Option[];
  onChoose: (category: string | null) => void;
}

/** A combobox whose list is always there: the field keeps the focus, arrows move in the list. */
function CategoryList({ options, value, texts, onChoose }: CategoryListProps) {
  const [typed, setTyped] = useState("");
  const found = options.filter(({ label }) => foldText(label).includes(foldText(typed.trim())));
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      found.findIndex((option) => option.value === value),
    ),
  );
  const listId = useId();
  const idOf = (position: number) => `${listId}-${position}`;

  function onKeyDown(event: KeyboardEvent) {
    const last = found.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: index >= last ? 0 : index + 1,
      ArrowUp: index <= 0 ? last : index - 1,
      PageDown: Math.min(last, index + 8),
      PageUp: Math.max(0, index - 8),
    };
    const target = moves[event.key];
    const active = found[index];
    if (target !== undefined) {
      event.preventDefault();
      setIndex(target);
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      onChoose(active.value);
    }
  }
  return (
    <>
      <div className="ak-field">
        <Icon path={search} />
        <input
          className="ak-input"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? idOf(index) : undefined}
          aria-label={texts.findCategory}
          aria-autocomplete="list"
          placeholder={texts.findCategory}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
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
            key={option.label}
            ref={position === index ? keepInView : undefined}
            id={idOf(position)}
            className="ak-option"
            role="option"
            aria-selected={option.value === value}
            data-active={position === index || undefined}
            onClick={() => onChoose(option.value)}
          >
            {option.value === value && <Icon path={check} />}
            <span className="ak-option-name">{option.label}</span>
            <span className="ak-count">{option.count}</span>
          </div>
        ))}
      </div>
    </>
  );
}

const keepInView = (option: HTMLElement | null) => option?.scrollIntoView({ block: "nearest" });
