import type { ConnectionEnvironment } from "@authkit-ui/contract";
import type { Logger } from "../log/logger.ts";
import type { ConnectStore } from "../store/connect-store.ts";
import { isStorableText } from "../text/storable-text.ts";
import type { Reconciler } from "./reconciler.ts";

export interface ConnectionHintOptions {
  store: ConnectStore;
  environment: ConnectionEnvironment;
  reconciler: Reconciler;
  /** Whether what is found at Pica may be stored though nobody is there to be asked about. */
  mayStoreNew: boolean;
  /** Throws once too many hints were looked into. */
  count(): Promise<void>;
  logger: Logger;
}

/** An event is about one connection; more keys than these are not looked up. */
const maxKeys = 3;
const maxKeyLength = 512;

/**
 * The connection keys in a webhook's body. One publishes no schema of its events, so a key is known
 * by how it is written, wherever it stands.
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
    // Called with every value, however deep it stands.
    JSON.parse(body, collect);
  } catch {
    // Not JSON, or nested too deep to be an event.
  }
  return [...keys];
}

/**
 * Takes hints that something has changed at Pica: the owner of each connection that a hint names is
 * synchronized, and what is stored is what Pica then says. The hint itself is believed in nothing,
 * so one that is forged costs a look and changes nothing.
 */
export function createConnectionHints(options: ConnectionHintOptions) {
  const { store, environment, reconciler, mayStoreNew, count, logger } = options;
  const mayConnect = async () => mayStoreNew;

  return async (body: string): Promise<void> => {
    const keys = keysIn(body, environment);
    if (keys.length === 0) return;
    try {
      await count();
      for (const key of keys) {
        const [row] = await store.findConnections({ key, environment });
        if (row) await reconciler.reconcile(row.identity, { mayConnect, refresh: true });
      }
    } catch (error) {
      // Without the body, which may be anybody's, and without whose connection it names.
      logger.debug("A webhook was not looked into.", { error });
    }
  };
}
