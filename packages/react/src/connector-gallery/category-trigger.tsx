"use client";

import { type RefObject, useRef, useState } from "react";
import type { Catalog } from "../data/catalog.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { useCatalogLang } from "../messages/use-catalog-lang.ts";
import { classNames } from "../ui/class-names.ts";
import { ExitPresence } from "../ui/exit-presence.tsx";
import { Icon } from "../ui/icon.tsx";
import { chevronDown } from "../ui/icons.ts";
import { CategoryCombobox } from "./category-combobox.tsx";

/** Props of {@link CategoryTrigger}. */
export interface CategoryTriggerProps {
  catalog: Catalog;
  /** `null` is every category, an empty text is those without one. */
  category: string | null;
  messages: GalleryMessages;
  button: RefObject<HTMLButtonElement | null>;
  onChange: (category: string | null) => void;
  className?: string | undefined;
}

/** One button for any number of categories: it opens a list in which they can be found by typing. */
export function CategoryTrigger(props: CategoryTriggerProps) {
  const { catalog, category, messages, button, onChange, className } = props;
  const catalogLang = useCatalogLang();
  const [isOpen, setIsOpen] = useState(false);
  // The browser closes the list when its button is pressed: that press must not open it again.
  const wasOpen = useRef(false);
  const chosen =
    category === null
      ? undefined
      : catalog.categories.find(({ name }) => (name ?? "") === category);
  const label = chosen ? (chosen.name ?? messages.otherCategory) : messages.allCategories;
  return (
    <div className="ak-category">
      <button
        ref={button}
        type="button"
        className={classNames("ak-button ak-category-button", className)}
        data-variant="outline"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`${messages.filterByCategory}: ${chosen ? `${label} ${chosen.count}` : label}`}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={() => {
          setIsOpen(!wasOpen.current);
          wasOpen.current = false;
        }}
      >
        <span className="ak-label" lang={chosen?.name ? catalogLang : undefined}>
          {label}
        </span>{" "}
        {chosen && <span className="ak-count">{chosen.count}</span>}
        <Icon path={chevronDown} />
      </button>
      <ExitPresence>
        {isOpen && (
          <CategoryCombobox
            catalog={catalog}
            category={category}
            messages={messages}
            anchor={button}
            onClose={() => setIsOpen(false)}
            onChoose={(chosenCategory) => {
              button.current?.focus();
              setIsOpen(false);
              onChange(chosenCategory);
            }}
          />
        )}
      </ExitPresence>
    </div>
  );
}
