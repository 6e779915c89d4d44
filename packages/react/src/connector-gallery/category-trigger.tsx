"use client";

import type { Catalog } from "../data/catalog.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { down } from "../ui/icons.ts";
import type { Disclosure } from "../ui/use-disclosure.ts";
import { ToolbarIcon } from "./toolbar-icon.tsx";

/** Code that a gallery needs once somebody acts in it. */
export type GalleryParts = typeof import("./gallery-parts.ts");

/** Props of {@link CategoryTrigger}. */
export interface CategoryTriggerProps {
  catalog: Catalog;
  /** `null`: all; an empty text: those without a category. */
  value: string | null;
  texts: GalleryMessages;
  /** Its icon still waits. */
  holdsIcon: boolean;
  list: Disclosure<GalleryParts>;
  onChange: (category: string | null) => void;
  className?: string | undefined;
}

/** One button for any number of categories: it opens a list in which they can be found by typing. */
export function CategoryTrigger(props: CategoryTriggerProps) {
  const { catalog, value, texts, holdsIcon, list, onChange, className } = props;
  const chosen =
    value === null ? undefined : catalog.categories.find(({ name }) => (name ?? "") === value);
  const label = chosen ? (chosen.name ?? texts.otherCategory) : texts.allCategories;
  return (
    <div className="ak-category">
      <button
        ref={list.anchor}
        type="button"
        className={classNames("ak-button ak-category-button", className)}
        data-variant="outline"
        aria-haspopup="dialog"
        aria-label={`${texts.filterByCategory}: ${chosen ? `${label} ${chosen.count}` : label}`}
        {...list.button}
      >
        <span className="ak-label">{label}</span>{" "}
        {chosen && <span className="ak-count">{chosen.count}</span>}
        <ToolbarIcon path={down} isHeld={holdsIcon} />
      </button>
      {list.part && (
        <list.part.CategoryCombobox
          {...props}
          anchor={list.anchor}
          onClose={list.close}
          onChoose={(category) => {
            list.anchor.current?.focus();
            list.close();
            onChange(category);
          }}
        />
      )}
    </div>
  );
}
