import { ConnectButton, ConnectProvider } from "@authkit-ui/react";
import { connection } from "next/server";
import { currentViewer, endpoint } from "../../lib/connect";
import { ClientButton } from "./client-button";

async function AsyncButton() {
  const label = await Promise.resolve("Async server component");
  return <ClientButton>{label}</ClientButton>;
}

/** Buttons of the product's own, which a Server Component hands to the kit. */
export default async function Page() {
  await connection();
  const viewer = await currentViewer();
  return (
    <ConnectProvider
      endpoint={endpoint}
      viewerKey={viewer.user}
      authKit={{ baseUrl: process.env.AUTHKIT_ORIGIN }}
    >
      <main>
        <ConnectButton platform="notion" asChild>
          <button type="button">Plain button</button>
        </ConnectButton>
        <ConnectButton platform="notion" asChild>
          <ClientButton>Client component</ClientButton>
        </ConnectButton>
        <ConnectButton platform="notion" asChild>
          <AsyncButton />
        </ConnectButton>
      </main>
    </ConnectProvider>
  );
}
