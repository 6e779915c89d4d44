import {
  ConnectButton,
  ConnectionsList,
  ConnectorGallery,
  ConnectProvider,
} from "@authkit-ui/react";
import { connection } from "next/server";
import { connect, currentViewer, endpoint } from "../lib/connect";

/** A server component: the catalog and the accounts are in the HTML already. */
export default async function Page() {
  await connection();
  const viewer = await currentViewer();
  const [connectors, connections] = await Promise.all([
    connect.connectors.list(viewer),
    connect.connections.list(viewer),
  ]);
  return (
    <ConnectProvider
      endpoint={endpoint}
      viewerKey={viewer.user}
      initialData={{ connectors, connections }}
      authKit={{ baseUrl: process.env.AUTHKIT_ORIGIN }}
    >
      <main>
        <h1>Integrations</h1>
        <ConnectButton platform="gmail" />
        <ConnectButton platform="slack" />
        <ConnectionsList />
        <ConnectorGallery />
      </main>
    </ConnectProvider>
  );
}
