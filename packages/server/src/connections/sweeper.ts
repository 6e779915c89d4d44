import type { ConnectionEnvironment, ProblemCode } from "@authkit-ui/contract";
import { ProblemError } from "../errors/problem-error.ts";
import type { Identity } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import type { RequestMeter } from "../pica/pica-http.ts";
import type { ClaimedIdentity, ConnectStore } from "../store/connect-store.ts";
import type { ForgetReceipt, Forgetting } from "./forgetting.ts";
import type { Reconciler } from "./reconciler.ts";

/** Options of `connect.sweep`. */
export interface SweepOptions {
  /**
   * Requests at Pica after which no further identity is looked at. Mostly an identity takes one; a
   * connection that has broken, or more than a hundred of them, take more.
   * @default 500
   */
  budget?: number | undefined;
  /**
   * Milliseconds: an identity that any instance has looked at since is left out, whether by a sweep or
   * by a list.
   * @default 30_000
   */
  olderThan?: number | undefined;
}

/** What a sweep did. */
export interface SweepResult {
  /** How many identities were looked at. */
  identities: number;
  /** How many of them could not be read whole. A later sweep looks again. */
  stale: number;
  /** How many requests were sent to Pica. */
  requests: number;
  /** How many identities are left to look at, those included that another instance is at. */
  remaining: number;
  /** Whom `connect.forget` had left to a sweep, and who is forgotten now. */
  forgotten: ForgetReceipt[];
  /** Why the sweep ended before its budget was used; absent when it did not. */
  failure?: ProblemCode | undefined;
  /** Seconds after which to go on; set when Pica limits this product's requests. */
  retryAfter?: number | undefined;
}

export interface Sweeper {
  /** `isStopped` is asked before each identity. */
  sweep(options?: SweepOptions, isStopped?: () => boolean): Promise<SweepResult>;
}

export interface SweeperOptions {
  store: ConnectStore;
  environment: ConnectionEnvironment;
  reconciler: Reconciler;
  forgetting: Forgetting;
  /** Whether connections that nobody has listed yet are left to a viewer who may connect them. */
  isRestricted: boolean;
  logger: Logger;
  now(): number;
}

/** Identities looked at at the same time. */
const concurrency = 4;
/** Identities claimed at once: few, so that a process that is killed keeps few from the others. */
const batchSize = 20;
/** Milliseconds after which another process takes over what this one has claimed. */
const claimTime = 5 * 60_000;
/** So many failures in a row are no longer about one identity. */
const maxFailures = 5;

/** What the next identity would run into too. */
const generalFailures: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "upstream_rate_limited",
  "upstream_unauthorized",
  "upstream_quota_exceeded",
  "upstream_forbidden",
]);

/** Looks at the known identities in turn, and leaves what a look means to the reconciler. */
export function createSweeper(options: SweeperOptions): Sweeper {
  const { store, environment, reconciler, forgetting, isRestricted, logger, now } = options;
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

      /** Its failures are its own: it is the next to be claimed, and must not stop every sweep. */
      const forget = async (identity: Identity) => {
        try {
          const { receipt, failure } = await forgetting.forget(identity, meter);
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

      const look = async ({ identity, forgettingSince }: ClaimedIdentity) => {
        if (forgettingSince) return forget(identity);
        const { stale, failure = null } = await reconciler.reconcile(identity, {
          mayConnect,
          refresh: true,
          sweep: { meter },
        });
        return { stale, failure };
      };

      /** Resolves with whether the identity was looked at. */
      const tryLook = async (claimed: ClaimedIdentity): Promise<boolean> => {
        if (!mayGoOn()) return false;
        underWay++;
        const { stale, failure } = await look(claimed).finally(() => {
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

      const lookAtAll = async (batch: readonly ClaimedIdentity[]) => {
        const looked: Identity[] = [];
        const left: Identity[] = [];
        const queue = batch.values();
        const work = async () => {
          for (const claimed of queue) {
            ((await tryLook(claimed)) ? looked : left).push(claimed.identity);
          }
        };
        try {
          await Promise.all(Array.from({ length: concurrency }, work));
        } finally {
          await store.releaseIdentities(looked, { environment, lookedAt: new Date(now()) });
          await store.releaseIdentities(left, { environment, lookedAt: null });
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
        await lookAtAll(claimed);
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
