import { createRoot } from "react-dom/client";
import { ConnectProvider } from "../src/headless.ts";
import { Button } from "./button.tsx";

/** What a test reads off a page of the product. */
export interface ProductRecord {
  /** Oldest first; `code` and `message` are the error's. */
  outcomes: { type: string; code?: string; message?: string }[];
  successes: number;
  /** The page came out of the back-forward cache. */
  isRestored: boolean;
}

declare global {
  interface Window {
    product: ProductRecord;
  }
}

const product: ProductRecord = { outcomes: [], successes: 0, isRestored: false };
window.product = product;
window.addEventListener("pageshow", ({ persisted }) => {
  product.isRestored = persisted;
});

const options = new URLSearchParams(location.search);
const viewerKey = options.get("viewer") ?? crypto.randomUUID();
// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
document.cookie = `viewer=${viewerKey}; path=/`;
const element = document.createElement("main");
document.body.append(element);
createRoot(element).render(
  <ConnectProvider
    viewerKey={viewerKey}
    endpoint={options.get("endpoint") ?? "/api/connect"}
    authKit={{ baseUrl: options.get("baseUrl") ?? "" }}
  >
    <Button
      onConnected={() => {
        product.successes += 1;
      }}
      onClose={(outcome) => {
        const { type } = outcome;
        if (!("error" in outcome)) return product.outcomes.push({ type });
        const { code, message } = outcome.error;
        return product.outcomes.push({ type, code, message });
      }}
    />
  </ConnectProvider>,
);
