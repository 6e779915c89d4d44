import {
  ConnectButton,
  ConnectionsList,
  ConnectorGallery,
  ConnectProvider,
} from "@authkit-ui/react";

export function Settings({ authKitOrigin }: { authKitOrigin?: string | undefined }) {
  return (
    <ConnectProvider viewerKey="u_tailwind" authKit={{ baseUrl: authKitOrigin }}>
      <main className="mx-auto grid max-w-4xl gap-8 p-8">
        <h1 className="text-2xl font-semibold">Integrations</h1>
        <ConnectButton platform="gmail" classNames={{ button: "rounded-full" }} />
        <ConnectButton platform="slack" />
        <ConnectionsList />
        <ConnectorGallery />
      </main>
    </ConnectProvider>
  );
}
