"use client";

import type { Connection } from "@authkit-ui/contract";
import { useState } from "react";
import type { ListMessages } from "../messages/list-messages.ts";
import { Field } from "../ui/field.tsx";
import type { RowActions } from "./connection-list-item.ts";

/** Props of {@link RenameForm}. */
export interface RenameFormProps {
  connection: Connection;
  account: string;
  texts: ListMessages;
  onRename: RowActions["onRename"];
  /** Saved or not. */
  onClose: () => void;
}

/**
 * The name, changed where it stands: Enter saves, Escape cancels. No `<form>`: the product may have
 * one around the list, and forms do not nest.
 */
export function RenameForm({ connection, account, texts, onRename, onClose }: RenameFormProps) {
  const [draft, setDraft] = useState(connection.name ?? "");
  function save() {
    onClose();
    if (draft.trim() !== (connection.name ?? "")) onRename(connection, draft);
  }
  return (
    <div className="ak-row-edit">
      <span className="ak-row-name">
        <Field
          ref={selectAll}
          className="ak-input ak-row-rename"
          value={draft}
          maxLength={100}
          placeholder={connection.account ?? ""}
          aria-label={texts.nameLabel(account)}
          onValueChange={setDraft}
          onEnter={save}
          onEscape={onClose}
        />
      </span>
      <span className="ak-row-action">
        <button
          type="button"
          className="ak-button"
          data-variant="ghost"
          data-size="sm"
          onClick={onClose}
        >
          {texts.cancel}
        </button>
        <button
          type="button"
          className="ak-button"
          data-variant="solid"
          data-size="sm"
          onClick={save}
        >
          {texts.save}
        </button>
      </span>
    </div>
  );
}

/** Once, when it appears: the ref is the same function at every render. */
const selectAll = (input: HTMLInputElement | null) => {
  input?.focus();
  input?.select();
};
