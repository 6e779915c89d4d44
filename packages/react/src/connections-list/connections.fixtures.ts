import type { Connection } from "@authkit-ui/contract";

const everything = { reconnect: true, rename: true, disconnect: true } as const;

/** An account of a made-up person; say only what matters. */
export const connection = (part: Partial<Connection> & { platform: string }): Connection => ({
  id: `id-${part.platform}-${part.name ?? part.account ?? part.createdAt ?? ""}`,
  key: `test::${part.platform}::default::0`,
  name: null,
  environment: "live",
  state: "operational",
  identityType: "user",
  can: everything,
  createdAt: "2026-03-03T09:30:00.000Z",
  updatedAt: "2026-03-03T09:30:00.000Z",
  ...part,
});

/** One account in each state that a person can meet. */
export const connections: Connection[] = [
  connection({ platform: "hubspot", name: "Marlow Finch CRM", state: "failed" }),
  connection({ platform: "linear", name: "Studio workspace", state: "gone" }),
  connection({ platform: "gmail", account: "ann@marlowfinch.co" }),
  connection({ platform: "gmail", account: "support@marlowfinch.co" }),
  connection({ platform: "notion", name: "Client handbook", state: "degraded" }),
  connection({ platform: "slack", name: "Marlow Finch" }),
  connection({ platform: "microsoft-dynamics-365-business-central", state: "unknown" }),
  connection({ platform: "stripe", name: "Studio invoices", environment: "test" }),
];
