import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ConnectProvider, useConnectRequest } from "../src/headless.ts";
import {
  ConnectButton,
  type ConnectionRequest,
  ConnectionsList,
  ConnectRequest,
  ConnectProvider as OneConnectProvider,
} from "../src/one.ts";
import { Button } from "./button.tsx";

/** What a test reads off a page of the product. */
export interface ProductRecord {
  /** Oldest first; `code` and `message` are the error's. */
  outcomes: { type: string; code?: string; message?: string }[];
  successes: number;
  /** What the cards have reported as settled. */
  settled: ConnectionRequest[];
  /** Names of the events that `onEvent` received. */
  events: string[];
  /** The page came out of the back-forward cache. */
  isRestored: boolean;
}

declare global {
  interface Window {
    product: ProductRecord;
    /** The requests that the conversation shows, as they were stored. */
    conversation?: ConnectionRequest[];
  }
}

const product: ProductRecord = {
  outcomes: [],
  successes: 0,
  settled: [],
  events: [],
  isRestored: false,
};
window.product = product;
window.addEventListener("pageshow", ({ persisted }) => {
  product.isRestored = persisted;
});

const options = new URLSearchParams(location.search);
const viewerKey = options.get("viewer") ?? crypto.randomUUID();
// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
document.cookie = `viewer=${viewerKey}; path=/`;
const one = options.get("one");
const Provider = one === null ? ConnectProvider : OneConnectProvider;

const onConnected = () => {
  product.successes += 1;
};

const onSettled = (request: ConnectionRequest) => product.settled.push(request);

/** A product's own card. */
function OwnCard({ request }: { request: ConnectionRequest }) {
  const { state, connect } = useConnectRequest(request, { onSettled });
  return (
    <section data-state={state}>
      <button type="button" onClick={() => connect?.()}>
        Connect Gmail
      </button>
    </section>
  );
}

const cards = window.conversation?.map((request) => (
  <article key={request.id} data-request={request.id}>
    {one === "cards" && <ConnectRequest request={request} onSettled={onSettled} />}
    {one === "own-cards" && <OwnCard request={request} />}
  </article>
));

/** The product's own button with the hook, or the kit's components. */
const buttons =
  one === "components" ? (
    <>
      <ConnectButton platform="gmail" onConnected={onConnected} />
      <ConnectionsList onConnected={onConnected} />
    </>
  ) : (
    <Button
      onConnected={onConnected}
      onClose={(outcome) => {
        const { type } = outcome;
        if (!("error" in outcome)) return product.outcomes.push({ type });
        const { code, message } = outcome.error;
        return product.outcomes.push({ type, code, message });
      }}
    />
  );

const element = document.createElement("main");
document.body.append(element);
createRoot(element).render(
  <Provider
    viewerKey={viewerKey}
    endpoint={options.get("endpoint") ?? (one === null ? "/api/connect" : "/api/connect-one")}
    authKit={{
      baseUrl: options.get("baseUrl") ?? "",
      authWindow: options.get("authWindow") === "same" ? "same" : undefined,
    }}
    onEvent={({ name }) => product.events.push(name)}
  >
    {cards ? <StrictMode>{cards}</StrictMode> : buttons}
  </Provider>,
);
