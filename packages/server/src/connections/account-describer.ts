import { within } from "../async/with-timeout.ts";
import { ProblemError } from "../errors/problem-error.ts";
import type { Logger } from "../log/logger.ts";
import type { ConnectStore, StoredConnection } from "../store/connect-store.ts";
import { toPlain } from "../text/storable-text.ts";
import { type ConnectionRecord, toRecord } from "./connection-record.ts";

/**
 * Finds out which account a connection is, e.g. its address, usually by a call to the provider.
 * Null or undefined: nothing to show.
 */
export type DescribeAccount = (
  connection: ConnectionRecord,
) => string | null | undefined | Promise<string | null | undefined>;

export interface AccountDescriber {
  /** The row with its account, or as it was when that could not be found out in time. */
  describe(row: StoredConnection): Promise<StoredConnection>;
}

/** Milliseconds; a name is worth waiting for a little, a connection must not wait for a name. */
const patience = 3_000;
const longestAccount = 200;

const tooSlow = (): never => {
  throw new Error("too slow");
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
        const account = await within(patience, async () => describeAccount(toRecord(row)), tooSlow);
        const kept = toPlain(account ?? "", longestAccount);
        if (!kept) return row;
        const change = { account: kept, key: row.key };
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
