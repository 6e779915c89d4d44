import { ProblemError } from "../errors/problem-error.ts";
import type { Logger } from "../log/logger.ts";
import type { ConnectStore, StoredConnection } from "../store/connect-store.ts";
import { type ConnectionRecord, toRecord } from "./connection-record.ts";
import { describeInTime } from "./describe-in-time.ts";

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
  /** Whether `describeAccount` is running for it. Its own requests do not count as a use of the account. */
  isDescribing(id: string): boolean;
}

const maxAccountLength = 200;

export function createAccountDescriber(
  describeAccount: DescribeAccount | undefined,
  store: ConnectStore,
  logger: Logger,
  now: () => number,
): AccountDescriber {
  /** How many calls of `describeAccount` run, by the connection's id. */
  const running = new Map<string, number>();

  async function runDescribeAccount(describe: DescribeAccount, row: StoredConnection) {
    running.set(row.id, (running.get(row.id) ?? 0) + 1);
    try {
      return await describe(toRecord(row));
    } finally {
      const left = (running.get(row.id) ?? 1) - 1;
      if (left > 0) running.set(row.id, left);
      else running.delete(row.id);
    }
  }

  return {
    isDescribing: (id) => running.has(id),

    describe: async (row) => {
      if (!describeAccount) return row;
      try {
        const account = await describeInTime(
          () => runDescribeAccount(describeAccount, row),
          maxAccountLength,
        );
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
