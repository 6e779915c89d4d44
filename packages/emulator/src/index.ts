export type { CatalogEntry, CredentialField } from "./catalog/catalog-entry.ts";
export { DroppedSocketError } from "./control/apply-faults.ts";
export type { Control } from "./control/control.ts";
export { ControlError, type ControlErrorCode } from "./control/control-error.ts";
export type { Fault, FaultKind, FaultRequest } from "./control/fault.ts";
export type { LoggedRequest } from "./control/request-log.ts";
export type { Snapshot } from "./control/snapshot.ts";
export { createEmulator, type Emulator } from "./emulator.ts";
export type { EmulatorOptions, Generation, ProviderAccount } from "./options.ts";
export type { Provider, ProviderAction, ProviderRequest } from "./providers/provider.ts";
export type {
  Connection,
  ConnectionState,
  Environment,
  IdentityType,
} from "./vault/connection.ts";
