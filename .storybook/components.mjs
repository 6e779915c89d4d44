/**
 * Every component that emits its state: where the union stands in the sources, and where the state
 * stands in the document. `source` is below `packages`; `type` is an exported union, or the member
 * of an interface.
 */
export const components = [
  {
    name: "ConnectButton",
    source: "react/src/connect-button/connect-button-state.ts",
    type: "ConnectButtonState",
    selector: ".ak-connect",
    attribute: "data-state",
  },
  {
    name: "ConnectorGallery",
    source: "react/src/connector-gallery/connector-gallery-view.tsx",
    type: "ConnectorGalleryViewProps.state",
    selector: ".ak-connector-gallery",
    attribute: "data-state",
  },
  {
    name: "ConnectorCard",
    source: "react/src/connector-gallery/gallery-cards.ts",
    type: "CardState",
    selector: ".ak-card",
    attribute: "data-state",
  },
  {
    name: "ConnectionsList",
    source: "react/src/connections-list/connections-list-view.tsx",
    type: "ConnectionsListViewProps.state",
    selector: ".ak-connections-list",
    attribute: "data-state",
  },
  {
    name: "ConnectionRow",
    source: "react/src/connections-list/connection-list-item.ts",
    type: "RowState",
    selector: ".ak-row",
    attribute: "data-state",
  },
  {
    name: "ConnectionBadge",
    source: "contract/src/connection.ts",
    type: "ConnectionState",
    selector: ".ak-inline",
    attribute: "data-state",
  },
  {
    name: "AttentionBanner",
    source: "react/src/attention-banner/attention-banner-view.tsx",
    type: "AttentionBannerState",
    selector: ".ak-attention-banner",
    attribute: "data-state",
  },
  {
    name: "ConnectChecklist",
    source: "react/src/connect-checklist/connect-checklist-view.tsx",
    type: "ConnectChecklistViewProps.state",
    selector: ".ak-checklist",
    attribute: "data-state",
  },
  {
    name: "ChecklistRow",
    source: "react/src/connect-checklist/checklist-item.ts",
    type: "ChecklistRowState",
    selector: ".ak-check-row",
    attribute: "data-state",
  },
  {
    name: "ConnectRequest",
    source: "react/src/hooks/use-request-flow.ts",
    type: "ConnectRequestState",
    selector: ".ak-request",
    attribute: "data-state",
  },
  {
    name: "ConnectDialog",
    source: "react/src/session/session-state.ts",
    type: "ConnectPhase",
    // No session, no dialog.
    without: ["idle"],
    selector: ".ak-connect-dialog",
    attribute: "data-phase",
  },
];
