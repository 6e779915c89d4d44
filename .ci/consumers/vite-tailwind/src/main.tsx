import "./app.css";
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
      viewerKey="u_tailwind"
      authKit={{ baseUrl: import.meta.env.VITE_AUTHKIT_ORIGIN }}
    >
      <main className="mx-auto grid max-w-4xl gap-8 p-8">
        <h1 className="text-2xl font-semibold">Integrations</h1>
        <ConnectButton platform="gmail" classNames={{ button: "rounded-full" }} />
        <ConnectionsList />
        <ConnectorGallery />
      </main>
    </ConnectProvider>
  </StrictMode>,
);
