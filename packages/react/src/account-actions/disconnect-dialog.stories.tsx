import type { Meta, StoryObj } from "@storybook/react-vite";
import { type ReactNode, useEffect, useRef } from "react";
import { ConnectError } from "../api/connect-error.ts";
import { connection } from "../connections-list/connections.fixtures.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { layerTrigger } from "../ui/layer-trigger.ts";
import { DisconnectDialog } from "./disconnect-dialog.tsx";

const never = new Promise<never>(() => {});

/** What follows the answer "Disconnect", without anybody there to give it. */
function Confirmed({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector<HTMLElement>("[data-variant=danger]")?.click();
  }, []);
  return <div ref={place}>{children}</div>;
}

const meta: Meta<typeof DisconnectDialog> = {
  title: "Components/Disconnect dialog",
  tags: ["!autodocs"],
  // A board shows each in a frame, where axe does not look.
  parameters: { everyMode: true, controls: { disable: true } },
  component: DisconnectDialog,
  args: {
    connection: connection({ platform: "gmail", account: "support@marlowfinch.co" }),
    name: "Gmail",
    trigger: layerTrigger(null),
    onConfirm: () => never,
    onClose: () => {},
  },
  render: (args) => (
    <ConnectProvider viewerKey="ann">
      <DisconnectDialog {...args} />
    </ConnectProvider>
  ),
};

export default meta;
type Story = StoryObj<typeof DisconnectDialog>;

const confirmed: Story["render"] = (args) => (
  <ConnectProvider viewerKey="ann">
    <Confirmed>
      <DisconnectDialog {...args} />
    </Confirmed>
  </ConnectProvider>
);

/** Press Disconnect: it stays busy. */
export const Question: Story = {};
/** `describeDisconnect` says what stops working. */
export const WithYourWarning: Story = {
  args: {
    warning:
      "Halyard stops reading this Gmail account straight away. Mail it already brought in stays.",
  },
};
export const Disconnecting: Story = { render: confirmed };
/** The account stays connected. */
export const Refused: Story = {
  render: confirmed,
  args: {
    onConfirm: async () => ({ ok: false, error: new ConnectError("upstream_timeout", "slow") }),
  },
};
