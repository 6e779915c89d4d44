/** Texts of `ConnectButton`. `name` is a connector's display name. */
export interface ButtonMessages extends ButtonLabels {
  addAnother: string;
  /** Marks a broken account in the menu. */
  reconnectItem: string;
  disconnectItem: string;
  /** Leads from one account's commands back to all accounts. */
  back: string;
}

/** What the button itself says. */
export interface ButtonLabels {
  connect: (name: string) => string;
  connecting: string;
  saving: string;
  connected: (count: number) => string;
  reconnect: (name: string) => string;
  tryAgain: string;
  /** Said instead of `tryAgain`, which it starts with, where the connector does not show. */
  tryConnectingAgain: (name: string) => string;
  accounts: (count: number, name: string) => string;
}
