"use client";

import { useId } from "react";
import { connectRequestEnglish } from "../messages/connect-request-messages.ts";
import { useComponentMessages } from "../messages/use-component-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { Logo } from "../ui/logo.tsx";
import { WrappingName } from "../ui/wrapping-name.tsx";

/** An account that a request is about. */
export interface RequestAccount {
  /** Id of its connection. */
  id: string;
  label: string;
}

/** Props of {@link AccountChoice}. */
export interface AccountChoiceProps {
  connector: { platform: string; name: string; image: string | null };
  accounts: readonly RequestAccount[];
  /** Id of the chosen account. None is chosen at first. */
  chosen: string | null;
  onChoose: (id: string) => void;
  isDisabled: boolean;
  classNames?: { accounts?: string | undefined; account?: string | undefined } | undefined;
}

/**
 * A radio group of accounts. Like the kit's fields, its inputs belong to no form: an empty `form`
 * attribute keeps them out of a product's own.
 */
export function AccountChoice(props: AccountChoiceProps) {
  const { connector, accounts, chosen, onChoose, isDisabled, classNames: slots } = props;
  const messages = useComponentMessages("connectRequest", connectRequestEnglish);
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={messages.accounts(connector.name)}
      aria-disabled={isDisabled || undefined}
      className={classNames("ak-request-accounts", slots?.accounts)}
    >
      {accounts.map(({ id, label }) => (
        <label
          key={id}
          className={classNames("ak-request-account ak-request-option", slots?.account)}
        >
          <input
            type="radio"
            name={name}
            value={id}
            form=""
            className="ak-radio"
            checked={id === chosen}
            aria-disabled={isDisabled || undefined}
            onChange={(event) => {
              // It is no change of the product's own fields.
              event.stopPropagation();
              if (!isDisabled) onChoose(id);
            }}
          />
          <Logo {...connector} size="sm" />
          <span className="ak-request-option-text">
            <WrappingName text={label} className="ak-request-name" />
          </span>
        </label>
      ))}
    </div>
  );
}
