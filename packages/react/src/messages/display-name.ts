import type { Connector } from "@authkit-ui/contract";

/** A platform's id in words, until the catalog tells its name: `google-calendar`, Google Calendar. */
export function displayName(platform: string, connector?: Pick<Connector, "name">): string {
  if (connector) return connector.name;
  return platform
    .split(/[-_\s]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
