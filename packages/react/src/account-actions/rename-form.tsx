"use client";

import type { Connection } from "@authkit-ui/contract";
import { useState } from "react";
import { useMessages } from "../messages/use-messages.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

/** Props of {@link RenameForm}. */
export interface RenameFormProps {
  connection: Connection;
  accountLabel: string;
  /** Called with the new name when it differs from the old one. */
  onRename: (name: string) => void;
  /** Called when the form is left, whether the name was saved or not. */
  onClose: () => void;
}

/**
 * A field in place of the account's name: Enter saves, Escape cancels. It is no `<form>`, because
 * the product may have one around the list, and forms do not nest.
 */
export function RenameForm({ connection, accountLabel, onRename, onClose }: RenameFormProps) {
  const messages = useMessages("list");
  // Selects the shown name, so that people can type over it or edit part of it.
  const [draft, setDraft] = useState(accountLabel);
  function save() {
    onClose();
    const isSame =
      draft.trim() === accountLabel || (draft.trim() === "" && connection.name === null);
    if (!isSame) onRename(draft);
  }
  return (
    <div className="ak-row-edit">
      <span className="ak-row-name">
        <Field
          ref={selectAll}
          className="ak-input ak-row-rename"
          value={draft}
          maxLength={100}
          aria-label={messages.nameLabel(accountLabel)}
          onValueChange={setDraft}
          onEnter={save}
          onEscape={onClose}
        />
      </span>
      <span className="ak-row-action">
        <Button variant="ghost" size="sm" onClick={onClose}>
          {messages.cancel}
        </Button>
        <Button variant="solid" size="sm" onClick={save}>
          {messages.save}
        </Button>
      </span>
    </div>
  );
}

/** A ref that is the same function at every render, so that React calls it once. */
const selectAll = (input: HTMLInputElement | null) => {
  input?.focus();
  input?.select();
};
