import type { Permission } from "@authkit-ui/contract";

/** Why a viewer may not use a command, for its menu item; `undefined` where they may. */
export const disabledReason = (permission: Permission): string | undefined =>
  permission === true ? undefined : permission.reason;
