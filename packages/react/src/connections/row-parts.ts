/** What a row needs when somebody acts on it: loaded once there are rows, not with the page. */
export { DisconnectDialog } from "./disconnect-dialog.tsx";
export { listCommands } from "./list-commands.ts";
export { RemovedRow } from "./removed-row.tsx";
export { RenameForm } from "./rename-form.tsx";
export { RowCommands } from "./row-commands.tsx";
