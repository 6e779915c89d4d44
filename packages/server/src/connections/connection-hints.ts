import type { ConnectionEnvironment } from "@authkit-ui/contract";
import type { Logger } from "../log/logger.ts";
import type { ConnectStore } from "../store/connect-store.ts";
import { isStorableText } from "../text/storable-text.ts";
import type { Reconciler } from "./reconciler.ts";

export interface ConnectionHintOptions {
  store: ConnectStore;
  environment: ConnectionEnvironment;
  reconciler: Reconciler;
  /** Whether new connections may be stored although there is no viewer to authorize. */
  mayStoreNew: boolean;
  /** Counts a hint. Throws `rate_limited` once there were too many. */
  consume(): Promise<void>;
  logger: Logger;
}

/** An event concerns one connection, so no more keys than these are looked up. */
const maxKeys = 3;
const maxKeyLength = 512;

/**
 * Finds the connection keys in a webhook's body. One publishes no schema of its events, so keys are
 * recognized by their format, wherever they occur.
 */
export function keysIn(body: string, environment: ConnectionEnvironment): string[] {
  const keys = new Set<string>();
  const collect = (_name: string, value: unknown): undefined => {
    const isKey =
      typeof value === "string" &&
      value.startsWith(`${environment}::`) &&
      value.length <= maxKeyLength &&
      isStorableText(value);
    if (isKey && keys.size < maxKeys) keys.add(value);
  };
  try {
    // The reviver is called with every value at any depth.
    JSON.parse(body, collect);
  } catch {
    // The body is not JSON, or is nested too deeply for an event.
  }
  return [...keys];
}

/**
 * Takes hints that something has changed at Pica. It synchronizes the owner of each connection that
 * a hint names, and stores only what Pica then says. A forged hint therefore costs one
 * synchronization and changes nothing.
 */
export function createConnectionHints(options: ConnectionHintOptions) {
  const { store, environment, reconciler, mayStoreNew, consume, logger } = options;
  const mayConnect = async () => mayStoreNew;

  return async (body: string): Promise<void> => {
    const keys = keysIn(body, environment);
    if (keys.length === 0) return;
    try {
      await consume();
      for (const key of keys) {
        const [row] = await store.findConnections({ key, environment });
        if (row) await reconciler.reconcile(row.identity, { mayConnect, refresh: true });
      }
    } catch (error) {
      // Logs neither the body, which anybody can send, nor the owner of the connection.
      logger.debug("A webhook was not looked into.", { error });
    }
  };
}
