import {
  ConnectButton,
  ConnectionsList,
  ConnectorGallery,
  ConnectProvider,
} from "@authkit-ui/react/one";
import "@authkit-ui/react/styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Slack } from "./slack";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");
const isSame = new URLSearchParams(location.search).get("authWindow") === "same";

createRoot(root).render(
  <StrictMode>
    <ConnectProvider
      viewerKey="u_one"
      authKit={{
        baseUrl: import.meta.env.VITE_AUTHKIT_ORIGIN,
        authWindow: isSame ? "same" : "popup",
      }}
    >
      <main>
        <h1>Integrations</h1>
        <ConnectButton platform="gmail" />
        <ConnectButton platform="slack" />
        <Slack />
        <ConnectionsList />
        <ConnectorGallery featured={["slack", "notion"]} />
      </main>
    </ConnectProvider>
  </StrictMode>,
);
