import {
  ConnectButton,
  ConnectionsList,
  ConnectorGallery,
  ConnectProvider,
} from "@authkit-ui/react";
import { connect, currentViewer } from "../connect.server";
import type { Route } from "./+types/integrations";

export const meta = () => [{ title: "React Router product" }];

export async function loader() {
  const viewer = currentViewer();
  const [connectors, connections] = await Promise.all([
    connect.connectors.list(viewer),
    connect.connections.list(viewer),
  ]);
  return {
    viewerKey: viewer.user,
    initialData: { connectors, connections },
    authKitOrigin: process.env.AUTHKIT_ORIGIN,
  };
}

export default function Integrations({ loaderData }: Route.ComponentProps) {
  const { viewerKey, initialData, authKitOrigin } = loaderData;
  return (
    <ConnectProvider
      viewerKey={viewerKey}
      initialData={initialData}
      authKit={{ baseUrl: authKitOrigin }}
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
