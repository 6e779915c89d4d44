import type { Connection } from "@authkit-ui/contract";
import { accountName } from "../messages/names.ts";
import { formatDate, formatMinute, toDate } from "../ui/format-date.ts";

type Account = Pick<Connection, "id" | "platform" | "name" | "account" | "createdAt">;

/** Whether neither a person nor the server has named the account. */
export const isUnnamed = ({ name, account }: Pick<Connection, "name" | "account">): boolean =>
  name === null && account === undefined;

/**
 * Labels an account. Adds its date when nothing else tells it from the platform's other accounts,
 * whether they have no name or the same one: `Gmail (3 March 2026)`.
 *
 * @param others The accounts that are shown with it.
 */
export function accountLabel(
  account: Account,
  connectorName: string,
  others: readonly Account[],
  locale: string,
): string {
  const name = accountName(account, connectorName);
  const date = toDate(account.createdAt);
  const twins = others.filter(
    (other) =>
      other.id !== account.id &&
      other.platform === account.platform &&
      accountName(other, connectorName) === name,
  );
  if (!date || twins.length === 0) return name;
  const day = formatDate(date, locale);
  const isSameDay = twins.some(({ createdAt }) => {
    const other = toDate(createdAt);
    return other !== null && formatDate(other, locale) === day;
  });
  return `${name} (${isSameDay ? formatMinute(date, locale) : day})`;
}
