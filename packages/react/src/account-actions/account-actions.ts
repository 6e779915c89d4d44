/** The chunk of what people do with the accounts that they have, e.g. rename or disconnect one. */
export { ButtonAccountActions } from "./button-account-actions.tsx";
export { DisconnectDialog } from "./disconnect-dialog.tsx";
export { RemovedRow } from "./removed-row.tsx";
export { RenameForm } from "./rename-form.tsx";
export { RowMenu } from "./row-menu.tsx";
