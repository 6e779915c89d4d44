import { ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import type { ConnectStore, StoredConnection } from "../store/connect-store.ts";
import { describeInTime } from "./describe-in-time.ts";

/** Returns the viewer's name for their colleagues. Null or undefined shows nothing. */
export type DescribeViewer<V extends Viewer = Viewer> = (
  viewer: V,
) => string | null | undefined | Promise<string | null | undefined>;

export interface ViewerDescriber<V extends Viewer> {
  /** Adds who connected it. The row of a person's own account, or of an unnamed viewer, stays unchanged. */
  describe(viewer: V, row: StoredConnection): Promise<StoredConnection>;
}

const maxNameLength = 100;

export function createViewerDescriber<V extends Viewer>(
  describeViewer: DescribeViewer<V> | undefined,
  store: ConnectStore,
  logger: Logger,
  now: () => number,
): ViewerDescriber<V> {
  return {
    describe: async (viewer, row) => {
      // A person's own accounts were connected by that person.
      if (!describeViewer || row.identity.type === "user") return row;
      try {
        const connectedBy = await describeInTime(() => describeViewer(viewer), maxNameLength);
        if (!connectedBy || connectedBy === row.connectedBy) return row;
        const change = { connectedBy, key: row.key };
        return (await store.updateConnection(row.id, row.identity, change, new Date(now()))) ?? row;
      } catch (error) {
        logger.warn("describeViewer failed; the connection does not say who connected it.", {
          connection: row.id,
          platform: row.platform,
          ...(error instanceof ProblemError ? { code: error.code } : { error }),
        });
        return row;
      }
    },
  };
}
