import { withTimeout } from "../async/with-timeout.ts";
import { ProblemError } from "../errors/problem-error.ts";
import type { Logger } from "../log/logger.ts";
import type { ConnectStore, StoredConnection } from "../store/connect-store.ts";
import { sanitizeText } from "../text/storable-text.ts";
import { type ConnectionRecord, toRecord } from "./connection-record.ts";

/**
 * Finds out which account a connection is, e.g. its address, usually by a call to the provider.
 * Null or undefined: nothing to show.
 */
export type DescribeAccount = (
  connection: ConnectionRecord,
) => string | null | undefined | Promise<string | null | undefined>;

export interface AccountDescriber {
  /** The row with its account, or unchanged when the account could not be found out in time. */
  describe(row: StoredConnection): Promise<StoredConnection>;
}

/** Short, because the person waits for the connection meanwhile. */
const timeoutMs = 3_000;
const maxAccountLength = 200;

const onTimeout = (): never => {
  throw new Error(`not done after ${timeoutMs / 1000} s`);
};

export function createAccountDescriber(
  describeAccount: DescribeAccount | undefined,
  store: ConnectStore,
  logger: Logger,
  now: () => number,
): AccountDescriber {
  return {
    describe: async (row) => {
      if (!describeAccount) return row;
      try {
        const described = await withTimeout(
          timeoutMs,
          async () => describeAccount(toRecord(row)),
          onTimeout,
        );
        const account = sanitizeText(described ?? "", maxAccountLength);
        if (!account) return row;
        const change = { account, key: row.key };
        return (await store.updateConnection(row.id, row.identity, change, new Date(now()))) ?? row;
      } catch (error) {
        logger.warn("describeAccount failed; the connection stays without an account.", {
          connection: row.id,
          platform: row.platform,
          ...(error instanceof ProblemError ? { code: error.code } : { error }),
        });
        return row;
      }
    },
  };
}
