"use client";

import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useId,
  useRef,
} from "react";
import { activeElementNear } from "./active-element.ts";
import { Icon } from "./icon.tsx";
import { check } from "./icons.ts";
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

/** Closes the menu around an item. */
const CloseContext = createContext<() => void>(() => {});

const itemsOf = (menu: Element) => [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];

/** Letters that are typed within this many milliseconds of each other are one word. */
const typeaheadTimeout = 1000;

/** A menu of commands, open as long as it is mounted. */
export function Menu({ label, align, anchor, onClose, children }: MenuProps) {
  const typed = useRef({ text: "", at: 0 });

  /** The item that a key leads to from the focused one. */
  function destination(event: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
    const items = itemsOf(event.currentTarget);
    const index = items.indexOf(activeElementNear(event.currentTarget) as HTMLElement);
    const { key, timeStamp } = event;
    if (key === "ArrowDown") return items[(index + 1) % items.length];
    if (key === "ArrowUp") return items.at(index < 1 ? -1 : index - 1);
    if (key === "Home") return items[0];
    if (key === "End") return items.at(-1);
    const isLetter = [...key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isContinued = timeStamp - typed.current.at < typeaheadTimeout;
    const text = (isContinued ? typed.current.text : "") + key.toLocaleLowerCase();
    // A space before any letter presses the item.
    if (!isLetter || text.trimStart() === "") return;
    typed.current = { text, at: timeStamp };
    // One letter again and again goes through all items that start with it.
    const isRepeated = [...text].every((letter) => letter === text[0]);
    const search = isRepeated ? (text[0] ?? "") : text;
    const start = isRepeated ? index + 1 : index;
    const inTurn = [...items.slice(start), ...items.slice(0, start)];
    return inTurn.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(search));
  }

  return (
    <CloseContext.Provider
      value={() => {
        // What the command opens returns the focus to the button.
        anchor.current?.focus();
        onClose();
      }}
    >
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
    </CloseContext.Provider>
  );
}

/** Props of {@link MenuItem}. */
export interface MenuItemProps {
  tone?: "danger" | undefined;
  /** Why the command may not be used. The item can still be reached and read. */
  disabledReason?: string | undefined;
  /** The menu stays open, e.g. because it shows something else next. */
  keepsOpen?: boolean | undefined;
  onSelect: () => void;
  children: ReactNode;
}

/** One command of a {@link Menu}. */
export function MenuItem({ tone, disabledReason, keepsOpen, onSelect, children }: MenuItemProps) {
  const close = useContext(CloseContext);
  const reasonId = useId();
  const isDisabled = disabledReason !== undefined;
  function select() {
    if (isDisabled) return;
    if (!keepsOpen) close();
    onSelect();
  }
  const button = (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="ak-menu-item"
      data-tone={isDisabled ? undefined : tone}
      aria-disabled={isDisabled || undefined}
      aria-describedby={isDisabled ? reasonId : undefined}
      onClick={select}
    >
      {children}
    </button>
  );
  if (!isDisabled) return button;
  return (
    <div role="none">
      {button}
      {/* Beside the button, because it is no part of the command's name. */}
      <p id={reasonId} className="ak-menu-note">
        {disabledReason}
      </p>
    </div>
  );
}

/** Props of {@link MenuRadioGroup}. */
export interface MenuRadioGroupProps<Value extends string> {
  label: string;
  /** In the order in which they are offered. */
  options: readonly { value: Value; label: string }[];
  value: Value;
  onSelect: (value: Value) => void;
}

/** Commands of a {@link Menu} of which exactly one is in force. */
export function MenuRadioGroup<Value extends string>(props: MenuRadioGroupProps<Value>) {
  const close = useContext(CloseContext);
  const labelId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a menu may contain no fieldset
    <div role="group" aria-labelledby={labelId}>
      {/* It names the group, so it is not read a second time. */}
      <p id={labelId} className="ak-menu-label" aria-hidden="true">
        {props.label}
      </p>
      {props.options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          role="menuitemradio"
          tabIndex={-1}
          className="ak-menu-item"
          aria-checked={value === props.value}
          onClick={() => {
            close();
            if (value !== props.value) props.onSelect(value);
          }}
        >
          {value === props.value ? <Icon path={check} /> : <span className="ak-menu-unchecked" />}
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}

/** Names the items below it, for people who see the menu; its own label names the whole menu. */
export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <p className="ak-menu-label" aria-hidden="true">
    {children}
  </p>
);

export const MenuSeparator = () => <hr className="ak-menu-separator" />;
