import type { Connection, Connector } from "@authkit-ui/contract";

/** A platform's id in words, until the catalog tells its name: `google-calendar`, Google Calendar. */
export function displayName(platform: string, connector?: Pick<Connector, "name">): string {
  if (connector) return connector.name;
  return platform
    .split(/[-_\s]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** What people call an account: the name they gave it, else its address, else its platform. */
export const accountName = (
  { name, account, platform }: Pick<Connection, "name" | "account" | "platform">,
  connectorName?: string,
): string => name ?? account ?? connectorName ?? platform;
