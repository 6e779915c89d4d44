import type { Connection } from "@authkit-ui/contract";

/** What people call an account: the name they gave it, else its address, else its platform. */
export const accountName = (
  { name, account, platform }: Pick<Connection, "name" | "account" | "platform">,
  connectorName?: string,
): string => name ?? account ?? connectorName ?? platform;
