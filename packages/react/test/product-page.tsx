import { createRoot } from "react-dom/client";
import { ConnectProvider } from "../src/headless.ts";
import { Button } from "./button.tsx";

/** What a test reads off a page of the product. */
export interface ProductRecord {
  /** `performance.now()` of the last press. */
  pressedAt: number;
  /** Seconds from that press to a message in the dialog, once there is one. */
  seconds: number | null;
  /** What the dialog's status has said since that press, and after how many seconds. */
  statuses: { text: string; seconds: number }[];
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

const product: ProductRecord = {
  pressedAt: 0,
  seconds: null,
  statuses: [],
  outcomes: [],
  successes: 0,
  isRestored: false,
};
window.product = product;
window.addEventListener("pageshow", ({ persisted }) => {
  product.isRestored = persisted;
});
document.addEventListener(
  "click",
  ({ target }) => {
    if (!(target instanceof Element) || target.closest("dialog")) return;
    product.pressedAt = performance.now();
    product.seconds = null;
    product.statuses = [];
  },
  { capture: true },
);
new MutationObserver(() => {
  const seconds = (performance.now() - product.pressedAt) / 1_000;
  const text = document.querySelector("dialog [role=status]")?.textContent ?? "";
  if (text !== "" && text !== product.statuses.at(-1)?.text)
    product.statuses.push({ text, seconds });
  if (document.querySelector("dialog [role=alert]")) product.seconds ??= seconds;
}).observe(document, { childList: true, subtree: true, characterData: true });

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
      onSuccess={() => {
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
