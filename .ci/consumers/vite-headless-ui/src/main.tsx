import "@authkit-ui/react/styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Settings } from "./settings";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");

createRoot(root).render(
  <StrictMode>
    <Settings authKitOrigin={import.meta.env.VITE_AUTHKIT_ORIGIN} />
  </StrictMode>,
);
