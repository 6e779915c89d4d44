export { DisconnectDialog } from "../connections/disconnect-dialog.tsx";
export { AccountMenu } from "./account-menu.tsx";
