// What the code of README.md, docs/, llms.txt and SKILL.md leaves to the reader's product. `code-blocks.test.mjs` compiles
// each block beside these declarations. A block's own imports take precedence over the globals.

declare const user: { id: string };
declare const App: () => import("react").ReactElement;
declare const authenticate: import("@authkit-ui/server").ConnectServerOptions["authenticate"];
declare const store: import("@authkit-ui/server").ConnectStore;
declare const getSession: (headers: Headers) => Promise<{ userId: string; teamId: string } | null>;
declare const sendMail: (mail: Record<string, unknown>) => Promise<void>;
declare const startSync: (connectionId: string) => void;

declare const ConnectButton: typeof import("@authkit-ui/react").ConnectButton;
declare const ConnectionsList: typeof import("@authkit-ui/react").ConnectionsList;
declare const ConnectorGallery: typeof import("@authkit-ui/react").ConnectorGallery;
declare const ConnectProvider: typeof import("@authkit-ui/react").ConnectProvider;
declare const useConnect: typeof import("@authkit-ui/react").useConnect;

declare const test: typeof import("vitest").test;
declare const expect: typeof import("vitest").expect;

/** The modules that a block imports from its own product, whatever their path. */
declare module "product" {
  export const connect: import("@authkit-ui/server").ConnectServer<{ user: string }>;
  export function currentViewer(): Promise<{ user: string } | undefined>;
  export function findModel(): string;
  export function saveMessages(id: string, messages: object[]): Promise<void>;
  export function getSession(headers: Headers): Promise<{ userId: string } | undefined>;
  export const Settings: () => import("react").ReactElement;
}

// Installed in products alone.
declare module "@testing-library/react";
declare module "@testing-library/user-event";
declare module "express";
declare module "next/headers";
declare module "next/server";
declare module "next/navigation" {
  export function redirect(path: string): never;
}
