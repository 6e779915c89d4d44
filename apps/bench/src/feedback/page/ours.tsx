import {
  AttentionBanner,
  ConnectButton,
  type ConnectionRequest,
  ConnectionsList,
  ConnectorGallery,
  ConnectProvider,
  ConnectRequest,
  type InitialData,
} from "@authkit-ui/react";
import { createRoot } from "react-dom/client";

/** What the page has from the bench before its script runs. */
export interface Given {
  person: string;
  initialData?: InitialData;
  /** With it, every component that can be pressed is on the page. */
  request?: ConnectionRequest;
}

declare global {
  interface Window {
    given: Given;
  }
}

/** The list above the gallery above a paragraph of the host, as products put them. */
export function mount(root: HTMLElement, authKit: string): void {
  const { person, initialData, request } = window.given;
  createRoot(root).render(
    <ConnectProvider viewerKey={person} authKit={{ baseUrl: authKit }} initialData={initialData}>
      {request && (
        <>
          <AttentionBanner />
          <ConnectButton platform="linear" />
          <ConnectRequest request={request} />
        </>
      )}
      <ConnectionsList />
      <ConnectorGallery />
      <p>Ask your administrator for an integration that is not listed here.</p>
    </ConnectProvider>,
  );
}
