export { ConnectButton, type ConnectButtonProps } from "./connect-button/connect-button.tsx";
export type { ConnectButtonState } from "./connect-button/connect-button-state.ts";
export type { ConnectButtonClassNames } from "./connect-button/connect-button-view.tsx";
export { ConnectionBadge, type ConnectionBadgeProps } from "./connections/connection-badge.tsx";
export { ConnectionsList, type ConnectionsListProps } from "./connections/connections-list.tsx";
export type { ConnectionsListClassNames } from "./connections/connections-list-view.tsx";
export { ConnectorGallery, type ConnectorGalleryProps } from "./connectors/connector-gallery.tsx";
export type { ConnectorGalleryClassNames } from "./connectors/connector-gallery-view.tsx";
export { ConnectorLogo, type ConnectorLogoProps } from "./connectors/connector-logo.tsx";
