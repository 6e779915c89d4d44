import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConnectError } from "../api/connect-error.ts";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { en } from "../messages/en.ts";
import type { ChecklistItem } from "./checklist-item.ts";
import { ConnectChecklistView } from "./connect-checklist-view.tsx";

const logo = (platform: string) => {
  const connector = connectors.find((one) => one.platform === platform);
  return { platform, name: connector?.name ?? platform, image: connector?.image ?? null };
};
const choice = (platform: string, label: string = en.gallery.connect) => ({
  platform,
  label,
  accessibleName: `${label} ${logo(platform).name}`,
  isRunning: false,
  onPress: () => {},
});
const item = (part: Partial<ChecklistItem> & { key: string }): ChecklistItem => ({
  state: "missing",
  name: logo(part.key).name,
  logos: [logo(part.key)],
  isOptional: false,
  choices: [choice(part.key)],
  isNext: false,
  ...part,
});

const gmail = item({ key: "gmail", state: "met", account: "ann@marlowfinch.co", choices: [] });
const chat = item({
  key: "slack",
  name: "Slack or Microsoft Teams",
  logos: [logo("slack"), { platform: "microsoft-teams", name: "Microsoft Teams", image: null }],
  choices: [
    { ...choice("slack"), label: "Connect Slack", accessibleName: undefined },
    { ...choice("microsoft-teams"), label: "Connect Microsoft Teams", accessibleName: undefined },
  ],
});
const hubspot = item({ key: "hubspot", isOptional: true });

const meta = {
  title: "Components/Connect checklist/States",
  component: ConnectChecklistView,
  tags: ["!autodocs"],
  parameters: { controls: { include: ["title"] } },
  args: {
    state: "incomplete",
    items: [gmail, chat, hubspot],
    expected: 3,
    error: null,
    onTryAgain: () => {},
  },
} satisfies Meta<typeof ConnectChecklistView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const HalfDone: Story = {};
/** Only the next row has a solid button. */
export const NothingConnected: Story = {
  args: { items: [item({ key: "gmail", isNext: true }), item({ key: "notion" }), hubspot] },
};
export const Loading: Story = { args: { state: "loading", items: [] } };
export const CouldNotLoad: Story = {
  args: {
    state: "error",
    items: [],
    error: new ConnectError("internal", "", { requestId: "4be0-d815" }),
  },
};
export const Complete: Story = {
  args: {
    state: "complete",
    items: [
      gmail,
      item({ key: "slack", state: "met", account: "Marlow Finch", choices: [] }),
      hubspot,
    ],
  },
};
/** An account that broke comes before what is missing. */
export const OneBroken: Story = {
  args: {
    items: [
      item({
        key: "gmail",
        state: "broken",
        detail: en.connection.detail("failed", "Gmail"),
        choices: [choice("gmail", en.list.reconnect)],
        isNext: true,
      }),
      item({ key: "slack", state: "met", account: "Marlow Finch", choices: [] }),
      hubspot,
    ],
  },
};
export const Connecting: Story = {
  args: {
    items: [
      item({
        key: "gmail",
        state: "connecting",
        choices: [{ ...choice("gmail"), isRunning: true }],
        isNext: true,
      }),
      item({ key: "notion" }),
    ],
  },
};
export const ConnectFailed: Story = {
  args: {
    items: [
      item({
        key: "gmail",
        state: "error",
        detail: "Gmail wasn’t connected. Try again.",
        choices: [choice("gmail", en.gallery.tryAgain)],
        isNext: true,
      }),
      item({ key: "notion" }),
    ],
  },
};
export const NotAvailable: Story = {
  args: {
    items: [
      item({ key: "gmail", detail: "Ask an administrator to turn it on.", choices: [] }),
      item({ key: "notion", isNext: true }),
    ],
  },
};
export const LongNames: Story = {
  args: {
    items: [
      item({
        key: "gmail",
        state: "met",
        account: "buchhaltung-niederlassung-sued@eine-sehr-lange-domain.example",
        choices: [],
      }),
      item({
        key: "microsoft-dynamics-365-business-central",
        name: "Microsoft Dynamics 365 Business Central",
        isOptional: true,
      }),
    ],
  },
};
export const WithoutAHeader: Story = { args: { title: null } };
