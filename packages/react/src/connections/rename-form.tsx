"use client";

import type { Connection } from "@authkit-ui/contract";
import { useEffect, useRef, useState } from "react";
import type { ListMessages } from "../messages/list-messages.ts";
import { hearEscape } from "../ui/hear-escape.ts";
import { useLatest } from "../ui/use-latest.ts";
import type { RowActions } from "./listed-connection.ts";

/** Props of {@link RenameForm}. */
export interface RenameFormProps {
  connection: Connection;
  account: string;
  texts: ListMessages;
  onRename: RowActions["onRename"];
  /** Saved or not. */
  onClose: () => void;
}

/** The name, changed where it stands: Enter saves, Escape cancels. */
export function RenameForm({ connection, account, texts, onRename, onClose }: RenameFormProps) {
  const [draft, setDraft] = useState(connection.name ?? "");
  const form = useRef<HTMLFormElement>(null);
  const latest = useLatest(onClose);
  useEffect(
    () =>
      hearEscape(
        form.current,
        () => latest()(),
        (event) => event.composedPath().includes(form.current as Node),
      ),
    [latest],
  );
  return (
    <form
      ref={form}
      className="ak-row-edit"
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
        if (draft.trim() !== (connection.name ?? "")) onRename(connection, draft);
      }}
    >
      <span className="ak-row-name">
        <input
          ref={selectAll}
          className="ak-input ak-row-rename"
          value={draft}
          maxLength={100}
          placeholder={connection.account ?? ""}
          aria-label={texts.nameLabel(account)}
          autoComplete="off"
          onChange={(event) => setDraft(event.target.value)}
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
        <button type="submit" className="ak-button" data-variant="solid" data-size="sm">
          {texts.save}
        </button>
      </span>
    </form>
  );
}

/** Once, when it appears: the ref is the same function at every render. */
const selectAll = (input: HTMLInputElement | null) => {
  input?.focus();
  input?.select();
};
