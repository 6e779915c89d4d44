"use client";

import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";
import { down } from "../ui/icons.ts";
import type { Opening } from "../ui/use-opening.ts";
import type { ConnectorCategory } from "./catalog.ts";
import type { CategoryOption } from "./category-list.tsx";

/** Code of the list that a {@link CategoryPicker} opens. */
export type CategoryListCode = typeof import("./category-list.tsx");

/** Props of {@link CategoryPicker}. */
export interface CategoryPickerProps {
  categories: readonly ConnectorCategory[];
  /** Connectors in all of them. */
  total: number;
  /** `null`: all; an empty text: those without a category. */
  value: string | null;
  texts: GalleryMessages;
  list: Opening<CategoryListCode>;
  onChange: (category: string | null) => void;
  className?: string | undefined;
}

/** One button for any number of categories: it opens a list in which they can be found by typing. */
export function CategoryPicker(props: CategoryPickerProps) {
  const { categories, total, value, texts, list, onChange, className } = props;
  const options: CategoryOption[] = [
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
        ref={list.anchor}
        type="button"
        className={classNames("ak-button ak-category-button", className)}
        data-variant="outline"
        aria-haspopup="dialog"
        aria-label={`${texts.filterByCategory}: ${shown}`}
        {...list.button}
      >
        <span className="ak-label">{chosen?.label}</span>{" "}
        {value !== null && <span className="ak-count">{chosen?.count}</span>}
        <Icon path={down} />
      </button>
      {list.part && (
        <list.part.CategoryList
          options={options}
          value={value}
          texts={texts}
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
