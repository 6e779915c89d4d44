"use client";

import type { IdentityType } from "@authkit-ui/contract";
import { useEffect } from "react";
import { useConnectContext } from "../provider/connect-context.ts";
import type { ConnectStore } from "../provider/connect-store.ts";
import { useRootContext } from "../ui/root-context.ts";

/** The last announced count of each list of accounts. */
const announced = new WeakMap<ConnectStore, Map<string, number>>();

/**
 * Announces how many accounts need attention: once they are known, and again when there are more.
 * Components that show the same accounts share one announcement.
 */
export function useAttentionAnnouncement(accounts: {
  identityType: IdentityType;
  platform: string | undefined;
  /** `null` while it is not known. */
  count: number | null;
  sentence: string;
}): void {
  const { store } = useConnectContext();
  const { announce } = useRootContext();
  const { identityType, platform, count, sentence } = accounts;
  useEffect(() => {
    if (count === null) return;
    const counts = announced.get(store) ?? new Map<string, number>();
    announced.set(store, counts);
    const key = `${identityType} ${platform}`;
    if (count > (counts.get(key) ?? 0)) announce(sentence);
    counts.set(key, count);
  }, [store, announce, identityType, platform, count, sentence]);
}
