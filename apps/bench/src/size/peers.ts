import type { Peer } from "../peers/install-peer.ts";

/** One peer's part that does most nearly what the kit does. */
export interface PeerPart extends Peer {
  name: string;
  /** What is imported, for the table. */
  what: string;
  code: string;
}

const react = { react: "19.3.1", "react-dom": "19.3.1" };

export const peerParts: readonly PeerPart[] = [
  {
    name: "@picahq/authkit 1.0.10",
    what: "useAuthKit (no UI of its own in the page)",
    dependencies: { "@picahq/authkit": "1.0.10", ...react },
    code: `export { useAuthKit } from "@picahq/authkit";`,
  },
  {
    name: "@nangohq/frontend 0.71.10",
    what: "Nango (UI hosted)",
    dependencies: { "@nangohq/frontend": "0.71.10" },
    code: `import Nango from "@nangohq/frontend"; export { Nango };`,
  },
  {
    name: "@unified-api/react-directory 1.1.25",
    what: "UnifiedDirectory (its CSS is loaded at run time)",
    dependencies: { "@unified-api/react-directory": "1.1.25", ...react },
    code: `import UnifiedDirectory from "@unified-api/react-directory"; export { UnifiedDirectory };`,
  },
  {
    name: "@workos-inc/widgets 1.18.0",
    what: "Pipes, WorkOsWidgets, the peers it needs, both sheets",
    dependencies: {
      "@workos-inc/widgets": "1.18.0",
      "@radix-ui/themes": "^3.3.0",
      "@tanstack/react-query": "5.108.0",
      swr: "^2.5.1",
      ...react,
    },
    code: `
      import "@radix-ui/themes/styles.css";
      import "@workos-inc/widgets/styles.css";
      export { Pipes, WorkOsWidgets } from "@workos-inc/widgets";`,
  },
  {
    name: "@pipedream/connect-react 3.0.1",
    what: "SelectApp, FrontendClientProvider, createFrontendClient",
    dependencies: { "@pipedream/connect-react": "3.0.1", "@emotion/react": "^11.14.0", ...react },
    code: `
      export { SelectApp, FrontendClientProvider } from "@pipedream/connect-react";
      export { createFrontendClient } from "@pipedream/sdk/browser";`,
  },
  {
    name: "@amp-labs/react 2.16.1",
    what: "ConnectProvider, AmpersandProvider, styles",
    dependencies: { "@amp-labs/react": "2.16.1", ...react },
    code: `
      import "@amp-labs/react/styles";
      export { ConnectProvider, AmpersandProvider } from "@amp-labs/react";`,
  },
  {
    name: "@knocklabs/react 0.12.1",
    what: "SlackAuthButton, its providers, styles",
    dependencies: { "@knocklabs/react": "0.12.1", ...react },
    code: `
      import "@knocklabs/react/dist/index.css";
      export { SlackAuthButton, KnockProvider, KnockSlackProvider } from "@knocklabs/react";`,
  },
  {
    name: "@apideck/react-vault 0.12.9",
    what: "Vault, styles",
    dependencies: { "@apideck/react-vault": "0.12.9", ...react },
    // Its own range installs 0.2.5, which holds no code.
    overrides: { "@apideck/wayfinder": "0.2.3" },
    code: `
      import "@apideck/react-vault/dist/styles.css";
      export { Vault } from "@apideck/react-vault";`,
  },
];
