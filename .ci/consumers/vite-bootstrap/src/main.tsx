import "bootstrap/dist/css/bootstrap.css";
import "@authkit-ui/react/styles.css";
import "@authkit-ui/react/dark.css";
import {
  ConnectButton,
  ConnectionsList,
  ConnectorGallery,
  ConnectProvider,
} from "@authkit-ui/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");

createRoot(root).render(
  <StrictMode>
    <ConnectProvider
      viewerKey="u_bootstrap"
      authKit={{ baseUrl: import.meta.env.VITE_AUTHKIT_ORIGIN }}
    >
      <main className="container py-4">
        <h1>Integrations</h1>
        <ConnectButton platform="gmail" />
        <ConnectButton platform="slack" />
        <ConnectionsList />
        <ConnectorGallery />
      </main>
    </ConnectProvider>
  </StrictMode>,
);
