import { ConnectorGallery, ConnectProvider } from "@authkit-ui/react";
import { createRoot } from "react-dom/client";
import type { PageContestant } from "./contestant.ts";

export const contestant: PageContestant = {
  mount: (root, { connectors, endpoint }) =>
    createRoot(root).render(
      <ConnectProvider
        endpoint={endpoint}
        viewerKey="bench"
        initialData={{ connectors, connections: [] }}
      >
        <ConnectorGallery />
      </ConnectProvider>,
    ),
  card: ".ak-card",
  name: ".ak-card-name",
  input: "input[type=search]",
};
