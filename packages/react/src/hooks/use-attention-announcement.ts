"use client";

import type { IdentityType } from "@authkit-ui/contract";
import { useEffect } from "react";
import { useConnectContext } from "../provider/connect-context.ts";
import type { ConnectStore } from "../provider/connect-store.ts";
import { useRootContext } from "../ui/root-context.ts";

interface Announced {
  count: number;
  namesAccount: boolean;
}

/** What was announced last of each list of accounts. */
const announced = new WeakMap<ConnectStore, Map<string, Announced>>();

/**
 * Announces how many accounts need attention: once they are known, and again when there are more.
 * Components that show the same accounts share one announcement: whichever renders first, the
 * sentence that names the account is said last, because only the last one is sure to be heard.
 */
export function useAttentionAnnouncement(accounts: {
  identityType: IdentityType;
  platform: string | undefined;
  /** `null` while it is not known. */
  count: number | null;
  sentence: string;
  /** Whether the sentence says which account it is. */
  namesAccount?: boolean | undefined;
}): void {
  const { store } = useConnectContext();
  const { announce } = useRootContext();
  const { identityType, platform, count, sentence, namesAccount = false } = accounts;
  useEffect(() => {
    if (count === null) return;
    const lists = announced.get(store) ?? new Map<string, Announced>();
    announced.set(store, lists);
    const key = `${identityType} ${platform}`;
    const last = lists.get(key) ?? { count: 0, namesAccount: false };
    const saysMore = count > 0 && count === last.count && namesAccount && !last.namesAccount;
    const isNews = count > last.count || saysMore;
    if (isNews) announce(sentence);
    lists.set(key, { count, namesAccount: isNews ? namesAccount : last.namesAccount });
  }, [store, announce, identityType, platform, count, sentence, namesAccount]);
}
