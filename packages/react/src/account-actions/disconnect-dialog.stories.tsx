import type { Meta, StoryObj } from "@storybook/react-vite";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { ConnectError } from "../api/connect-error.ts";
import { SameLanguageProvider } from "../provider/same-language.fixtures.tsx";
import { useStoryOrigin } from "../ui/layer-origin.fixtures.ts";
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

/** The dialog, as one of a product's accounts opens it. */
function DialogStory(props: ComponentProps<typeof DisconnectDialog>) {
  const { place, openedFrom } = useStoryOrigin();
  return (
    <SameLanguageProvider>
      <span ref={place} />
      <DisconnectDialog {...props} openedFrom={openedFrom} />
    </SameLanguageProvider>
  );
}

const meta: Meta<typeof DisconnectDialog> = {
  title: "Components/Disconnect dialog",
  tags: ["!autodocs", "every-mode"],
  // A board shows each in a frame, where axe does not look.
  parameters: { controls: { disable: true } },
  component: DisconnectDialog,
  args: {
    accountLabel: "support@marlowfinch.co",
    connectorName: "Gmail",
    onConfirm: () => never,
    onClose: () => {},
  },
  render: (args) => <DialogStory {...args} />,
};

export default meta;
type Story = StoryObj<typeof DisconnectDialog>;

const confirmed: Story["render"] = (args) => (
  <Confirmed>
    <DialogStory {...args} />
  </Confirmed>
);

/** In this story nothing answers: a press on Disconnect stays busy. */
export const Question: Story = {};
/** The prop describeDisconnect says what stops working. */
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
