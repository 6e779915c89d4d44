import "@authkit-ui/react/styles.css";
import {
  ConnectButton,
  ConnectionsList,
  ConnectorGallery,
  ConnectProvider,
} from "@authkit-ui/react";
import { createRoot } from "react-dom/client";

createRoot(document.getElementById("root")).render(
  <ConnectProvider viewerKey="u_strict" authKit={{ baseUrl: AUTHKIT_ORIGIN }}>
    <main>
      <h1>Integrations</h1>
      <ConnectButton platform="gmail" />
      <ConnectButton platform="slack" />
      <ConnectionsList />
      <ConnectorGallery />
    </main>
  </ConnectProvider>,
);
