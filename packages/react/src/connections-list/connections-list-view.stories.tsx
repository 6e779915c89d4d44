import type { Connection } from "@authkit-ui/contract";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { userEvent } from "storybook/test";
import { accountActions } from "../account-actions/use-account-actions.ts";
import { ConnectError } from "../api/connect-error.ts";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { accountLabel } from "../data/account-label.ts";
import { en } from "../messages/en.ts";
import { accountName } from "../messages/names.ts";
import type { ListFreshness } from "../ui/stale-banner.tsx";
import type { ConnectionListItem } from "./connection-list-item.ts";
import { connection, connections } from "./connections.fixtures.ts";
import { ConnectionsListView } from "./connections-list-view.tsx";

const row = (account: Connection, part: Partial<ConnectionListItem> = {}): ConnectionListItem => {
  const connector = connectors.find(({ platform }) => platform === account.platform);
  return {
    connection: account,
    connectorName: connector?.name ?? account.platform,
    accountLabel: accountName(account, connector?.name),
    image: connector?.image ?? null,
    ...part,
  };
};
const freshness: ListFreshness = {
  isOutdated: false,
  isOffline: false,
  updatedAt: Date.parse("2026-03-05T10:42:00Z"),
  now: Date.parse("2026-03-05T12:00:00Z"),
  error: null,
  onRefresh: () => {},
};
const healthy = connections.filter(({ state }) => state === "operational");
const because = { reason: "Only administrators may change team accounts." };

const meta = {
  title: "Components/Connections list/States",
  component: ConnectionsListView,
  tags: ["!autodocs"],
  parameters: {
    controls: { include: ["title", "groupBy", "showDates", "readOnly"] },
  },
  // Rows that were disconnected are rendered by code that is loaded late.
  loaders: [async () => ({ accountActions: await accountActions.load() })],
  args: {
    state: "ready",
    rows: connections.map((account) => row(account)),
    attentionCount: 2,
    freshness,
    isFetching: false,
    onBrowse: () => {},
    actions: {
      onReconnect: () => {},
      onConnect: () => {},
      onRename: () => {},
      onSetAccess: () => {},
      onDisconnect: () => {},
      onRetry: () => {},
      onDismiss: () => {},
    },
  },
} satisfies Meta<typeof ConnectionsListView>;

export default meta;
type Story = StoryObj<typeof meta>;

/** One account in each state. */
export const EveryState: Story = {};
export const AllHealthy: Story = {
  args: { rows: healthy.map((account) => row(account)), attentionCount: 0 },
};
export const NeedsAttention: Story = {
  args: {
    rows: connections.filter(({ state }) => state === "failed").map((account) => row(account)),
    attentionCount: 1,
  },
};
export const Loading: Story = { args: { state: "loading", rows: [], attentionCount: 0 } };
export const Empty: Story = { args: { state: "empty", rows: [], attentionCount: 0 } };
export const CouldNotLoad: Story = {
  args: {
    state: "error",
    rows: [],
    attentionCount: 0,
    freshness: {
      ...freshness,
      error: new ConnectError("internal", "", { requestId: "4be0-d815" }),
    },
  },
};
/** Pica did not answer: what was read last is shown. */
export const Outdated: Story = { args: { freshness: { ...freshness, isOutdated: true } } };
/** Nor is it known when the list was read. */
export const OutdatedWithoutATime: Story = {
  args: { freshness: { ...freshness, isOutdated: true, updatedAt: null } },
};
/** Nothing can be changed without a network. */
export const Offline: Story = { args: { freshness: { ...freshness, isOffline: true } } };
export const Refreshing: Story = { args: { isFetching: true } };
/** Accounts are shown, and cannot be changed. */
export const ReadOnly: Story = { args: { readOnly: true } };
export const GroupedByPlatform: Story = { args: { groupBy: "platform" } };
export const WithDates: Story = { args: { showDates: true } };
/** How long ago says whether anything still uses it. */
export const LastUsed: Story = {
  args: {
    rows: connections.map((account, index) =>
      row({ ...account, lastUsedAt: ["2026-03-05T08:00:00Z", "2026-03-02T08:00:00Z"][index % 3] }),
    ),
  },
};
/** Colleagues see whose account it is. */
export const OfATeam: Story = {
  args: {
    rows: connections.map((account, index) =>
      row({
        ...account,
        identityType: "team",
        connectedBy: index % 3 === 1 ? "Ben Marsh" : "Ann Okafor",
        lastUsedAt: index % 2 === 0 ? "2026-03-02T08:00:00Z" : undefined,
      }),
    ),
  },
};
/** Each is a healthy account with both facts, and there is no room for a long name. */
export const OfATeamWithLongNames: Story = {
  args: {
    rows: ["Ann", "Wolfeschlegelsteinhausenbergerdorff Maximiliane Theodora", "שירה כהן"].map(
      (connectedBy, index) =>
        row(
          connection({
            name: ["Support", "Sales", "Billing"][index] ?? null,
            platform: "gmail",
            account: "support@marlowfinch.co",
            identityType: "team",
            connectedBy,
            lastUsedAt: index === 1 ? undefined : "2026-01-02T08:00:00Z",
          }),
        ),
    ),
    attentionCount: 0,
  },
};
export const WithoutAHeader: Story = { args: { title: null } };
/** The badge is shown once, beside the title. */
export const AllOfTheTestEnvironment: Story = {
  args: {
    rows: healthy.map((account) => row({ ...account, environment: "test" })),
    attentionCount: 0,
  },
};
/** Accounts without names or descriptions are told apart by the day. */
export const SeveralWithoutNames: Story = {
  args: {
    rows: ["2026-01-12T12:00:00.000Z", "2026-03-03T12:00:00.000Z"]
      .map((createdAt) => connection({ platform: "gmail", createdAt }))
      .map((account, _, others) =>
        row(account, { accountLabel: accountLabel(account, "Gmail", others, "en") }),
      ),
    attentionCount: 0,
  },
};
/** So are accounts that have the same name. */
export const SeveralOfOneName: Story = {
  args: {
    rows: ["2026-01-12T12:00:00.000Z", "2026-03-03T12:00:00.000Z"]
      .map((createdAt) =>
        connection({ id: `support-${createdAt}`, platform: "gmail", name: "Support", createdAt }),
      )
      .map((account, _, others) =>
        row(account, { accountLabel: accountLabel(account, "Gmail", others, "en") }),
      ),
    attentionCount: 0,
  },
};
/** Connect again, or dismiss the row. */
export const Disconnected: Story = {
  args: {
    rows: healthy.map((account, index) => row(account, { isRemoved: index === 1 })),
    attentionCount: 0,
  },
};
export const CouldNotDisconnect: Story = {
  args: {
    rows: healthy.map((account, index) =>
      row(account, index === 2 ? { problem: en.list.notDisconnected("Slack") } : {}),
    ),
    attentionCount: 0,
  },
};
export const Reconnecting: Story = {
  args: {
    rows: connections.map((account, index) => row(account, { isReconnecting: index === 0 })),
  },
};
/** The menu says why. */
export const ChangesForbidden: Story = {
  args: {
    rows: connections.map((account) =>
      row({ ...account, can: { reconnect: because, rename: because, disconnect: because } }),
    ),
  },
};
/** Says what an account may be used for, unless that is everything. */
export const Access: Story = {
  args: {
    rows: [...connections, connection({ platform: "gmail", name: "Archive", state: "operational" })]
      .map((account, index) => {
        const access = (["off", "read", "full"] as const)[index % 3];
        return { ...account, access, can: { ...account.can, setAccess: true as const } };
      })
      .map((account) => row(account)),
  },
};
/** The menu says why. */
export const AccessForbidden: Story = {
  args: {
    rows: connections.map((account) =>
      row({ ...account, access: "read", can: { ...account.can, setAccess: because } }),
    ),
  },
  play: async ({ canvasElement }) => {
    const [options] = canvasElement.querySelectorAll<HTMLElement>("[aria-haspopup=menu]");
    await userEvent.click(options as HTMLElement);
  },
};
/** The account is used as before. */
export const CouldNotChangeAccess: Story = {
  args: {
    rows: healthy.map((account, index) =>
      row({ ...account, access: "read" }, index === 2 ? { problem: en.list.accessNotChanged } : {}),
    ),
    attentionCount: 0,
  },
};
export const LongNames: Story = {
  args: {
    rows: [
      row(
        connection({
          platform: "microsoft-dynamics-365-business-central",
          account: "buchhaltung-niederlassung-sued@eine-sehr-lange-domain.example",
          state: "failed",
          environment: "test",
        }),
      ),
      row(connection({ platform: "gmail", name: "Käse & Söhne <b>GmbH</b> 🧀 שלום" })),
    ],
    attentionCount: 1,
  },
};
