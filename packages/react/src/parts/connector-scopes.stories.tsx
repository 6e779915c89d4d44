import type { Meta, StoryObj } from "@storybook/react-vite";
import { SameLanguageProvider } from "../provider/same-language.fixtures.tsx";
import { ConnectorScopes } from "./connector-scopes.tsx";

const connectors = [
  {
    platform: "gmail",
    name: "Gmail",
    category: "Email",
    image: null,
    tags: [],
    actionCount: 12,
    scopes: [
      { id: "https://www.googleapis.com/auth/gmail.readonly", title: "read mail" },
      { id: "https://www.googleapis.com/auth/gmail.send", title: "send mail" },
      { id: "https://www.googleapis.com/auth/gmail.addons.execute" },
    ],
  },
];

const meta = {
  title: "Components/Connector scopes",
  component: ConnectorScopes,
  args: { platform: "gmail" },
  // The story's catalog has no other.
  argTypes: { platform: { control: false } },
  render: (args) => (
    <SameLanguageProvider initialData={{ connectors, connections: undefined }}>
      <ConnectorScopes {...args} />
    </SameLanguageProvider>
  ),
} satisfies Meta<typeof ConnectorScopes>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Two scopes with a title, and one without. */
export const Known: Story = {};
/** Scopes beyond the limit are counted. */
export const OnlyTheFirst: Story = { args: { max: 1 } };
