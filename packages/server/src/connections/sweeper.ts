import type { ConnectionEnvironment, ProblemCode } from "@authkit-ui/contract";
import { ProblemError } from "../errors/problem-error.ts";
import type { Identity } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import type { RequestMeter } from "../pica/pica-http.ts";
import type { ClaimedIdentity, ConnectStore } from "../store/connect-store.ts";
import type { ForgetReceipt, IdentityEraser } from "./identity-eraser.ts";
import type { Reconciler } from "./reconciler.ts";

/** Options of `connect.sweep`. */
export interface SweepOptions {
  /**
   * Requests to Pica after which no further identity is checked. Most identities take one request.
   * A newly broken connection, or more than a hundred connections, take more.
   * @default 500
   */
  budget?: number | undefined;
  /**
   * Skips identities that a sweep or a list of any instance has checked within that many
   * milliseconds.
   * @default 30_000
   */
  olderThan?: number | undefined;
}

/** The result of a sweep. */
export interface SweepResult {
  /** How many identities were checked. */
  identities: number;
  /** How many of them could not be read completely. A later sweep checks them again. */
  stale: number;
  /** How many requests were sent to Pica. */
  requests: number;
  /** How many identities are left to check, including those that another instance is checking. */
  remaining: number;
  /** Receipts of `connect.forget` calls that this sweep has completed. */
  forgotten: ForgetReceipt[];
  /** Why the sweep ended early. Absent when it did not. */
  failure?: ProblemCode | undefined;
  /** Seconds after which to continue. Set when Pica limits this product's requests. */
  retryAfter?: number | undefined;
}

export interface Sweeper {
  /** `isStopped` is called before each identity. */
  sweep(options?: SweepOptions, isStopped?: () => boolean): Promise<SweepResult>;
}

export interface SweeperOptions {
  store: ConnectStore;
  environment: ConnectionEnvironment;
  reconciler: Reconciler;
  eraser: IdentityEraser;
  /** Whether new connections are left to a list, whose viewer may have to be authorized. */
  isRestricted: boolean;
  logger: Logger;
  now(): number;
}

/** How many identities are checked at the same time. */
const concurrency = 4;
/** How many identities are claimed at once. Few, so that a killed process blocks only few. */
const batchSize = 20;
/** Milliseconds after which another process may take over a claim. */
const claimTime = 5 * 60_000;
/** That many failures in a row are not the fault of single identities. */
const maxFailures = 5;

/** Failures that the next identity would meet, too. */
const generalFailures: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "upstream_rate_limited",
  "upstream_unauthorized",
  "upstream_quota_exceeded",
  "upstream_forbidden",
]);

/** Checks the known identities in turn. The reconciler decides what each check changes. */
export function createSweeper(options: SweeperOptions): Sweeper {
  const { store, environment, reconciler, eraser, isRestricted, logger, now } = options;
  const mayConnect = async () => !isRestricted;

  return {
    sweep: async ({ budget = 500, olderThan = 30_000 } = {}, isStopped = () => false) => {
      const before = new Date(now() - olderThan);
      const meter: RequestMeter = { requests: 0 };
      const result = { identities: 0, stale: 0, forgotten: [] as ForgetReceipt[] };
      let failuresInARow = 0;
      let underWay = 0;
      let stoppedBy: ProblemError | null = null;

      const mayGoOn = () => !stoppedBy && !isStopped() && meter.requests + underWay < budget;

      /**
       * A failure to forget one identity must not stop the sweep, because that identity is always
       * claimed first.
       */
      const forget = async (identity: Identity) => {
        try {
          const { receipt, failure } = await eraser.forget(identity, meter);
          if (receipt.isComplete) result.forgotten.push(receipt);
          const isLimited = failure?.code === "upstream_rate_limited";
          return { stale: !receipt.isComplete, failure: isLimited ? failure : null };
        } catch (error) {
          logger.warn("Somebody could not be forgotten yet; a later sweep tries again.", {
            ...(error instanceof ProblemError ? { code: error.code } : { error }),
          });
          return { stale: true, failure: null };
        }
      };

      const checkIdentity = async ({ identity, forgettingSince }: ClaimedIdentity) => {
        if (forgettingSince) return forget(identity);
        const { stale, failure = null } = await reconciler.reconcile(identity, {
          mayConnect,
          refresh: true,
          sweep: { meter },
        });
        return { stale, failure };
      };

      /** Resolves with whether the identity was checked. */
      const tryCheckIdentity = async (claimed: ClaimedIdentity): Promise<boolean> => {
        if (!mayGoOn()) return false;
        underWay++;
        const { stale, failure } = await checkIdentity(claimed).finally(() => {
          underWay--;
        });
        failuresInARow = failure ? failuresInARow + 1 : 0;
        const isGeneral = failure !== null && generalFailures.has(failure.code);
        if (isGeneral || failuresInARow >= maxFailures) stoppedBy ??= failure;
        if (isGeneral) return false;
        result.identities++;
        if (stale) result.stale++;
        return true;
      };

      const checkBatch = async (batch: readonly ClaimedIdentity[]) => {
        const checked: Identity[] = [];
        const unchecked: Identity[] = [];
        const queue = batch.values();
        const work = async () => {
          for (const claimed of queue) {
            ((await tryCheckIdentity(claimed)) ? checked : unchecked).push(claimed.identity);
          }
        };
        try {
          await Promise.all(Array.from({ length: concurrency }, work));
        } finally {
          await store.releaseIdentities(checked, { environment, checkedAt: new Date(now()) });
          await store.releaseIdentities(unchecked, { environment, checkedAt: null });
        }
      };

      while (mayGoOn()) {
        const claimed = await store.claimIdentities({
          environment,
          before,
          now: new Date(now()),
          until: new Date(now() + claimTime),
          limit: Math.min(batchSize, Math.ceil(budget - meter.requests)),
        });
        if (claimed.length === 0) break;
        await checkBatch(claimed);
      }
      const remaining = await store.countIdentities({ environment, before });
      const failure: ProblemError | null = stoppedBy;
      return { ...result, requests: meter.requests, remaining, ...describe(failure) };
    },
  };
}

const describe = (failure: ProblemError | null) =>
  failure && {
    failure: failure.code,
    ...(failure.retryAfter !== undefined && { retryAfter: failure.retryAfter }),
  };
