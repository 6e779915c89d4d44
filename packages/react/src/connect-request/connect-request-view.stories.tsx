import type { Meta, StoryObj } from "@storybook/react-vite";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { connectRequestEnglish } from "../messages/connect-request-messages.ts";
import { en } from "../messages/en.ts";
import { ConnectRequestView, type RequestAction } from "./connect-request-view.tsx";

const gmail = {
  platform: "gmail",
  name: "Gmail",
  image: connectors.find(({ platform }) => platform === "gmail")?.image ?? null,
};
const action = (
  key: string,
  label: string,
  variant: RequestAction["variant"],
  part: Partial<RequestAction> = {},
): RequestAction => ({ key, label, variant, isRunning: false, onPress: () => {}, ...part });
const notNow = action("decline", connectRequestEnglish.notNow, "ghost");
const connect = action("connect", en.button.connect("Gmail"), "solid");
const use = action("use", connectRequestEnglish.useAccount, "solid");
const another = action("connect", connectRequestEnglish.connectAnother, "outline");
const accounts = [
  { id: "1", label: "ann@marlowfinch.co" },
  { id: "2", label: "support@marlowfinch.co" },
];
const broken = (id: string, label: string, part: { action?: RequestAction } = {}) => ({
  id,
  label,
  state: "failed" as const,
  detail: en.connection.detail("failed", "Gmail"),
  ...part,
});
const reconnect = action("1", en.list.reconnect, "solid", {
  accessibleName: en.list.reconnectAccount("ann@marlowfinch.co"),
});

const meta = {
  title: "Components/Connect request/States",
  component: ConnectRequestView,
  tags: ["!autodocs"],
  parameters: { controls: { include: ["title", "description"] } },
  args: {
    state: "pending",
    reason: "missing",
    connector: gmail,
    description: "Send a note to Ann",
    actions: [connect, notNow],
  },
} satisfies Meta<typeof ConnectRequestView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Missing: Story = {};
export const WithoutADescription: Story = { args: { description: undefined } };
export const Loading: Story = { args: { state: "loading" } };
export const Connecting: Story = {
  args: {
    state: "connecting",
    actions: [
      { ...connect, isRunning: true, onPress: null },
      { ...notNow, onPress: null },
    ],
  },
};
/** Another card of the page connects the same platform. */
export const Waiting: Story = {
  args: {
    state: "waiting",
    message: { text: connectRequestEnglish.waiting("Gmail"), isError: false },
    actions: [{ ...connect, onPress: null }, notNow],
  },
};
export const ConnectFailed: Story = {
  args: {
    state: "error",
    message: { text: "Gmail wasn’t connected. Try again.", isError: true },
    actions: [action("connect", en.button.tryAgain, "solid"), notNow],
  },
};
export const NotAvailable: Story = {
  args: {
    message: { text: "Ask an administrator to turn it on.", isError: false },
    actions: [{ ...notNow, variant: "outline" }],
  },
};
export const Broken: Story = {
  args: {
    reason: "broken",
    broken: [broken("1", "ann@marlowfinch.co")],
    actions: [reconnect, notNow],
  },
};
export const SeveralBroken: Story = {
  args: {
    reason: "broken",
    broken: [
      broken("1", "ann@marlowfinch.co", { action: { ...reconnect, variant: "outline" } }),
      broken("2", "support@marlowfinch.co", {
        action: {
          ...reconnect,
          key: "2",
          variant: "outline",
          accessibleName: en.list.reconnectAccount("support@marlowfinch.co"),
        },
      }),
    ],
    actions: [{ ...notNow, variant: "outline" }],
  },
};
/** Nothing is chosen for the person. */
export const Choose: Story = {
  args: {
    reason: "choose",
    choice: { accounts, chosen: null, onChoose: () => {} },
    actions: [{ ...use, onPress: null }, another, notNow],
  },
};
export const Chosen: Story = {
  args: {
    reason: "choose",
    choice: { accounts, chosen: "1", onChoose: () => {} },
    actions: [use, another, notNow],
  },
};
export const Saving: Story = {
  args: {
    state: "saving",
    reason: "choose",
    choice: { accounts, chosen: "1", onChoose: () => {} },
    actions: [
      { ...use, isRunning: true, onPress: null },
      { ...another, onPress: null },
      { ...notNow, onPress: null },
    ],
  },
};
/** The server does not take the account; the request is still pending. */
export const Refused: Story = {
  args: {
    state: "error",
    reason: "choose",
    choice: { accounts, chosen: "1", onChoose: () => {} },
    message: {
      text: `${connectRequestEnglish.refused.title}. ${connectRequestEnglish.refused.text}`,
      isError: true,
    },
    actions: [use, another, notNow],
  },
};
export const Connected: Story = { args: { state: "connected", account: "ann@marlowfinch.co" } };
/** The person's account is there, and the server runs the call. */
export const Continuing: Story = {
  args: { state: "connected", account: "ann@marlowfinch.co", isContinuing: true },
};
/** The server could not be reached to run the call. */
export const ContinueFailed: Story = {
  args: {
    state: "connected",
    account: "ann@marlowfinch.co",
    message: {
      text: `Couldn’t reach the server. ${connectRequestEnglish.notContinued}`,
      isError: true,
    },
    actions: [action("continue", en.button.tryAgain, "outline")],
  },
};
export const Declined: Story = { args: { state: "declined" } };
export const Unavailable: Story = { args: { state: "unavailable" } };
export const LongNames: Story = {
  args: {
    reason: "choose",
    connector: {
      platform: "microsoft-dynamics-365-business-central",
      name: "Microsoft Dynamics 365 Business Central",
      image: null,
    },
    choice: {
      accounts: [
        {
          id: "1",
          label: "buchhaltung-niederlassung-sued@eine-sehr-lange-domain.example",
        },
        { id: "2", label: "ann@marlowfinch.co" },
      ],
      chosen: "1",
      onChoose: () => {},
    },
    actions: [use, another, notNow],
  },
};
