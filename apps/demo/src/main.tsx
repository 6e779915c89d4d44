import "./demo.css";
import "@authkit-ui/react/styles.css";
import "@authkit-ui/react/themes/bold.css";
import "@authkit-ui/react/themes/dense.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root to render into.");

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
