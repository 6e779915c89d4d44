"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { connectionsQuery } from "../data/connections-query.ts";
import { connectorsQuery } from "../data/connectors-query.ts";
import { connectKeys } from "../data/query-keys.ts";
import { needsAttention } from "../data/sort-connections.ts";
import { noticeText } from "../messages/failure-notice.ts";
import { accountName, displayName } from "../messages/names.ts";
import { reconnectLinkEnglish } from "../messages/reconnect-link-messages.ts";
import { useComponentMessages } from "../messages/use-component-messages.ts";
import { useFailureNotice } from "../messages/use-failure-notice.ts";
import { ExitPresence } from "../ui/exit-presence.tsx";
import type { LayerOrigin } from "../ui/layer-origin.ts";
import { useKeyedState } from "../ui/use-keyed-state.ts";
import { WrappingName } from "../ui/wrapping-name.tsx";
import { addressParam } from "./address-param.ts";
import { useConnectContext } from "./connect-context.ts";
import type { ConnectStore } from "./connect-store.ts";
import { ReconnectDialog } from "./reconnect-dialog.tsx";
import { ReconnectLinkNotice } from "./reconnect-link-notice.tsx";
import { removeAddressParam } from "./remove-address-param.ts";

/** What the link's connection turned out to be. */
type LinkTarget =
  | { type: "broken"; connection: Connection }
  | { type: "mended"; connection: Connection }
  /** The viewer has no such account. */
  | { type: "unknown" }
  | { type: "failed"; connection: Connection; error: ConnectError };

/**
 * Finds a connection among the viewer's own: those of the provider's identity type, and of other
 * types that the page has read.
 */
async function findOwnConnection(
  { api, keyParams, queryClient }: ConnectStore,
  identityType: IdentityType,
  id: string,
): Promise<Connection | undefined> {
  const read = queryClient
    .getQueryCache()
    .findAll({ queryKey: connectKeys.connections(keyParams) });
  const others = read.map(({ queryKey }) => queryKey.at(-1) as IdentityType);
  for (const type of new Set([identityType, ...others])) {
    // Bypasses the caches, because the account may have been reconnected a moment ago.
    const query = connectionsQuery(api, keyParams, type, { queryClient, bypassCache: true });
    const { connections } = await queryClient.fetchQuery(query);
    const found = connections.find((connection) => connection.id === id);
    if (found) return found;
  }
  return undefined;
}

/**
 * Handles a link that asks to reconnect a connection. It asks the connection's owner first, because
 * no address may start a connect session by itself. Everybody else sees a sentence. The parameter
 * stays in the address until the accounts could be read, e.g. after a sign-in.
 */
export function ReconnectLink({ param }: { param: string }) {
  const { store, identityType } = useConnectContext();
  const [target, setTarget] = useKeyedState<LinkTarget | null>(store.key, null);
  useEffect(() => {
    const id = addressParam(param);
    if (!id) return;
    let isCurrent = true;
    findOwnConnection(store, identityType, id).then(
      (connection) => {
        // Another `ConnectProvider` on the page may have handled the link.
        if (!isCurrent || addressParam(param) !== id) return;
        removeAddressParam(param);
        setTarget(() => {
          if (!connection) return { type: "unknown" };
          return { type: needsAttention(connection) ? "broken" : "mended", connection };
        });
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [store, identityType, param, setTarget]);

  return (
    <ExitPresence key={store.key}>
      {target && <Target target={target} onChange={(next) => setTarget(() => next)} />}
    </ExitPresence>
  );
}

interface TargetProps {
  target: LinkTarget;
  onChange: (next: LinkTarget | null) => void;
}

function Target({ target, onChange }: TargetProps) {
  const { store } = useConnectContext();
  const messages = useComponentMessages("reconnectLink", reconnectLinkEnglish);
  const failureNotice = useFailureNotice();
  const { api, keyParams, queryClient } = store;
  const { data: catalog } = useQuery(connectorsQuery(api, keyParams), queryClient);
  const close = () => onChange(null);
  if (target.type === "unknown")
    return <ReconnectLinkNotice onClose={close}>{messages.unknown}</ReconnectLinkNotice>;

  const { connection } = target;
  const { platform } = connection;
  const connector = catalog?.connectors.find((one) => one.platform === platform);
  const name = displayName(platform, connector);
  const account = accountName(connection, name);
  if (target.type === "mended") {
    const [before, after] = messages.mended;
    return (
      <ReconnectLinkNotice isResolved onClose={close}>
        {before}
        <WrappingName text={account} />
        {after}
      </ReconnectLinkNotice>
    );
  }
  if (target.type === "failed") {
    const text = noticeText(failureNotice(target.error, { name }));
    return <ReconnectLinkNotice onClose={close}>{text}</ReconnectLinkNotice>;
  }
  async function reconnect(openedFrom: LayerOrigin) {
    const { identityType, id } = connection;
    const outcome = store.connect({ platform, identityType, reconnectId: id }, {}, { openedFrom });
    close();
    const result = await outcome;
    if ("error" in result) onChange({ type: "failed", connection, error: result.error });
  }
  return (
    <ReconnectDialog
      connection={connection}
      connectorName={name}
      accountLabel={account}
      onOpen={store.preload}
      onReconnect={reconnect}
      onClose={close}
    />
  );
}
