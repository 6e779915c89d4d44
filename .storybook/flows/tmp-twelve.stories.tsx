import { AttentionBanner, ConnectionsList } from "@authkit-ui/react";

const meta = {
  title: "Flows/TmpTwelve",
  tags: ["!autodocs"],
  parameters: {
    connect: {
      accounts: [
        { platform: "gmail", account: "ann@marlowfinch.co" },
        { platform: "gmail", account: "support@marlowfinch.co" },
        { platform: "gmail", account: "billing-and-invoices-for-europe@marlowfinch.co" },
        { platform: "slack", account: "Marlow Finch" },
        { platform: "hubspot", account: "Marlow Finch CRM", state: "failed" },
        { platform: "notion", account: "Client handbook", state: "degraded" },
        { platform: "google-calendar", account: "ann@marlowfinch.co" },
        { platform: "salesforce", account: "Sales EMEA" },
        { platform: "stripe", account: "Marlow Finch Ltd" },
        { platform: "airtable" },
        { platform: "asana", account: "Studio" },
        { platform: "jira", account: "marlowfinch.atlassian.net", state: "unknown" },
      ],
    },
  },
  render: () => (
    <>
      <AttentionBanner />
      <ConnectionsList />
    </>
  ),
};
export default meta;
export const Twelve = {};
