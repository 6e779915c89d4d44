export { ConnectButton, type ConnectButtonProps } from "./connect-button/connect-button.tsx";
export type { ConnectButtonState } from "./connect-button/connect-button-state.ts";
export type { ConnectButtonClassNames } from "./connect-button/connect-button-view.tsx";
export {
  ConnectionsList,
  type ConnectionsListProps,
} from "./connections-list/connections-list.tsx";
export type { ConnectionsListClassNames } from "./connections-list/connections-list-view.tsx";
export {
  ConnectorGallery,
  type ConnectorGalleryProps,
} from "./connector-gallery/connector-gallery.tsx";
export type { ConnectorGalleryClassNames } from "./connector-gallery/connector-gallery-view.tsx";
export { ConnectionBadge, type ConnectionBadgeProps } from "./parts/connection-badge.tsx";
export { ConnectorLogo, type ConnectorLogoProps } from "./parts/connector-logo.tsx";
