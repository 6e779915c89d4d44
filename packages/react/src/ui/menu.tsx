"use client";

import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { activeElementNear } from "./active-element.ts";
import { Popover } from "./popover.tsx";

/** Props of {@link Menu}. */
export interface MenuProps {
  label: string;
  /** @default "end" */
  align?: "start" | "end" | undefined;
  /** The button that opened it. */
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** {@link MenuItem}s, separators and labels. */
  children: ReactNode;
}

const itemsOf = (menu: Element) => [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];

/** The item that a key leads to from the focused one; letters lead to words that start with them. */
function destination(event: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const items = itemsOf(event.currentTarget);
  const index = items.indexOf(activeElementNear(event.currentTarget) as HTMLElement);
  const { key } = event;
  if (key === "ArrowDown") return items[(index + 1) % items.length];
  if (key === "ArrowUp") return items.at(index < 1 ? -1 : index - 1);
  if (key === "Home") return items[0];
  if (key === "End") return items.at(-1);
  if (key.length !== 1 || key === " " || event.ctrlKey || event.metaKey || event.altKey) return;
  const letter = key.toLocaleLowerCase();
  const round = [...items.slice(index + 1), ...items.slice(0, index + 1)];
  return round.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter));
}

/** A menu of commands, open as long as it is mounted. */
export function Menu({ label, align, anchor, onClose, children }: MenuProps) {
  return (
    <Popover
      role="menu"
      label={label}
      className="ak-menu"
      align={align}
      anchor={anchor}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === "Tab") return onClose();
        const item = destination(event);
        if (!item) return;
        event.preventDefault();
        item.focus();
      }}
      focusFirst={(menu) => itemsOf(menu)[0]}
    >
      {children}
    </Popover>
  );
}

/** Props of {@link MenuItem}. */
export interface MenuItemProps {
  tone?: "danger" | undefined;
  /** Why it cannot be chosen; it stays readable. */
  disabledReason?: string | undefined;
  onSelect: () => void;
  children: ReactNode;
}

/** One command. What is only words needs no icon. */
export function MenuItem({ tone, disabledReason, onSelect, children }: MenuItemProps) {
  const isDisabled = disabledReason !== undefined;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="ak-menu-item"
      data-tone={isDisabled ? undefined : tone}
      aria-disabled={isDisabled || undefined}
      onClick={isDisabled ? undefined : onSelect}
    >
      {isDisabled ? (
        <span className="ak-menu-text">
          <span>{children}</span>
          <span className="ak-menu-note">{disabledReason}</span>
        </span>
      ) : (
        children
      )}
    </button>
  );
}
