/** What a row needs when somebody acts on it: loaded once there are rows, not with the page. */
export { DisconnectDialog } from "../parts/disconnect-dialog.tsx";
export { RemovedRow } from "./removed-row.tsx";
export { RenameForm } from "./rename-form.tsx";
export { RowMenu } from "./row-menu.tsx";
export { createRowActions } from "./use-row-actions.ts";
