import {
  ConnectButton,
  ConnectionsList,
  ConnectorGallery,
  useConnections,
} from "@authkit-ui/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useRef, useState } from "react";

const meta = {
  title: "Guides/Recipes",
  tags: ["!autodocs"],
  parameters: { connect: {}, docs: { source: { type: "code" } } },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const annsAccounts = {
  accounts: [
    { platform: "gmail", account: "ann@marlowfinch.co" },
    { platform: "slack", account: "Marlow Finch" },
  ],
};

function Step() {
  const [address, setAddress] = useState<string | null>(null);
  return (
    <section className="recipe">
      <h2>Bring your mail</h2>
      <p>Halyard files what arrives. It reads nothing before you connect.</p>
      <ConnectButton
        platform="gmail"
        size="lg"
        onConnected={({ account }) => setAddress(account ?? "Gmail")}
      />
      <p>{address ? `${address} is in. On to your team.` : "You can do this later, too."}</p>
    </section>
  );
}
export const OnboardingStep: Story = { render: () => <Step /> };

export const SettingsPage: Story = {
  parameters: { connect: annsAccounts },
  render: () => (
    <div className="story-stack">
      <ConnectionsList />
      <ConnectorGallery featured={["gmail", "slack", "hubspot"]} />
    </div>
  ),
};

function Dashboard() {
  const { status, connections } = useConnections();
  if (status !== "success") return <p>Looking for your accounts…</p>;
  if (connections.length > 0) return <p>Your mail is on its way.</p>;
  return (
    <section className="recipe">
      <h2>Nothing to show yet</h2>
      <p>Connect where your work comes from.</p>
      <ConnectorGallery
        title={null}
        headingLevel={3}
        platforms={["gmail", "slack", "notion"]}
        showSearch={false}
        showCategories={false}
      />
    </section>
  );
}
export const EmptyDashboard: Story = { render: () => <Dashboard /> };

function Modal() {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Manage integrations
      </button>
      <dialog ref={dialog} aria-label="Integrations" className="recipe-modal">
        <ConnectionsList />
        <button type="button" onClick={() => dialog.current?.close()}>
          Done
        </button>
      </dialog>
    </>
  );
}
export const InAModal: Story = {
  parameters: { connect: annsAccounts },
  render: () => <Modal />,
};

export const Sidebar: Story = {
  parameters: { connect: annsAccounts },
  render: () => (
    <aside aria-label="Accounts" style={{ inlineSize: "20rem" }}>
      <ConnectionsList headingLevel={3} />
    </aside>
  ),
};
