// Every other entry that a CommonJS product may import: `tsc` finds the types of each.
export { identityTypes } from "@authkit-ui/contract";
export { createEmulator } from "@authkit-ui/emulator";
export { ConnectProvider } from "@authkit-ui/react";
export { useConnections } from "@authkit-ui/react/headless";
export { de } from "@authkit-ui/react/locales/de";
export { mockConnect } from "@authkit-ui/react/test-setup";
export { createRouteHandlers } from "@authkit-ui/server/next";
