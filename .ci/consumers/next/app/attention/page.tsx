import {
  AttentionBanner,
  ConnectChecklist,
  ConnectProvider,
  RequireConnection,
} from "@authkit-ui/react";
import { connection } from "next/server";
import { currentViewer, endpoint } from "../../lib/connect";

const can = { reconnect: true, rename: true, disconnect: true } as const;
const date = "2026-03-03T09:30:00.000Z";

/** A server component whose HTML already shows the broken account and the features that need it. */
export default async function Page() {
  await connection();
  const viewer = await currentViewer();
  return (
    <ConnectProvider
      endpoint={endpoint}
      viewerKey={viewer.user}
      initialData={{
        connections: [
          {
            id: "broken",
            key: "test::hubspot::default::0",
            platform: "hubspot",
            name: "Sales",
            environment: "test",
            state: "failed",
            identityType: "user",
            can,
            createdAt: date,
            updatedAt: date,
          },
        ],
      }}
      authKit={{ baseUrl: process.env.AUTHKIT_ORIGIN }}
    >
      <main>
        <h1>Start</h1>
        <AttentionBanner />
        <RequireConnection
          platform="hubspot"
          fallback={<p>HubSpot has to be reconnected first.</p>}
        >
          <p>Your clients</p>
        </RequireConnection>
        <ConnectChecklist
          requirements={[{ platform: "hubspot" }, { anyOf: ["slack", "notion"], optional: true }]}
        />
      </main>
    </ConnectProvider>
  );
}
