"use client";

import type { IdentityType } from "@authkit-ui/contract";
import type { ReactNode } from "react";
import { type UseRequirementsResult, useRequirements } from "../hooks/use-requirements.ts";

/** Props of {@link RequireConnection}. Give `platform` or `anyOf`. */
export interface RequireConnectionProps {
  /** Pica's id of the platform that the feature needs, e.g. `gmail`. */
  platform?: string | undefined;
  /** Ids of platforms, any one of which the feature needs. */
  anyOf?: string[] | undefined;
  /**
   * Whose account.
   * @default the provider's
   */
  identityType?: IdentityType | undefined;
  /**
   * Shown instead of the feature while no account works, e.g. a `ConnectButton`. A function
   * receives the result of `useRequirements`, to tell a missing account from a broken one.
   * @default nothing
   */
  fallback?: ReactNode | ((requirements: UseRequirementsResult) => ReactNode) | undefined;
  /**
   * Shown until the accounts are read.
   * @default nothing
   */
  loading?: ReactNode | undefined;
  /** The feature. */
  children?: ReactNode | undefined;
}

/**
 * Shows a feature only to people with a working account for it. Renders no element of its own. It
 * only decides what the page shows: the feature's server has to check by itself.
 *
 * @example
 * <RequireConnection platform="gmail" fallback={<ConnectButton platform="gmail" />}>
 *   <Inbox />
 * </RequireConnection>
 */
export function RequireConnection(props: RequireConnectionProps) {
  const { platform, anyOf = [], identityType, fallback, loading, children } = props;
  const platforms = platform === undefined ? anyOf : [platform, ...anyOf];
  const requirements = useRequirements([{ anyOf: platforms }], { identityType });
  if (requirements.met) return <>{children}</>;
  if (requirements.status === "pending") return <>{loading}</>;
  return <>{typeof fallback === "function" ? fallback(requirements) : fallback}</>;
}
