import { ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import type { ConnectStore, StoredConnection } from "../store/connect-store.ts";
import { describeInTime } from "./describe-in-time.ts";

/** What the viewer's colleagues call them, e.g. their name. Null or undefined: nothing to show. */
export type DescribeViewer<V extends Viewer = Viewer> = (
  viewer: V,
) => string | null | undefined | Promise<string | null | undefined>;

export interface ViewerDescriber<V extends Viewer> {
  /** The row with who connected it, or unchanged when it is a person's own or that is not known. */
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
