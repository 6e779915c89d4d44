import type { Connection } from "@authkit-ui/contract";
import type { ActionResult, UseConnectionsResult } from "../hooks/use-connections.ts";
import { accountName } from "../messages/account-name.ts";
import type { ListMessages } from "../messages/list-messages.ts";
import { activeElementNear } from "../ui/active-element.ts";
import { layerOrigin } from "../ui/layer-origin.ts";
import { safeCall } from "../ui/safe-call.ts";
import type { Problem, UpdateListState } from "./list-state.ts";

/** What a list's commands are carried out with. */
export interface RowActionsContext {
  list: UseConnectionsResult;
  /** The list's root element. */
  root: Element | null;
  announce: (sentence: string) => void;
  texts: ListMessages;
  nameOf: (platform: string) => string;
  onDisconnected: ((connection: Connection) => void) | undefined;
  change: UpdateListState;
}

/** What can be done with a list's rows. */
export interface RowCommandsApi {
  rename: (connection: Connection, name: string) => Promise<void>;
  /** Asks before a disconnect. */
  ask: (connection: Connection) => void;
  disconnect: (connection: Connection) => Promise<ActionResult>;
  stopAsking: () => void;
  /** The trace of a disconnected account may go. */
  forget: (connection: Connection) => void;
}

/** The commands of a list's rows, and what they leave behind in it. */
export function createRowActions(facts: RowActionsContext): RowCommandsApi {
  const { list, root, announce, texts, nameOf, onDisconnected, change } = facts;

  const setProblem = ({ id }: Connection, problem: Problem | null) =>
    change((current) => {
      const problems = new Map(current.problems);
      if (problem) problems.set(id, problem);
      else problems.delete(id);
      return { ...current, problems };
    });

  async function rename(connection: Connection, name: string) {
    if (!list.rename) return;
    setProblem(connection, null);
    const { ok } = await list.rename(connection.id, name);
    if (!ok) {
      const retry = () => void rename(connection, name);
      return setProblem(connection, { notice: texts.notRenamed, retry });
    }
    const renamed = { ...connection, name: name.trim() || null };
    announce(texts.renamedStatus(accountName(renamed, nameOf(connection.platform))));
  }

  function ask(connection: Connection) {
    setProblem(connection, null);
    const origin = layerOrigin(activeElementNear(root), root);
    change((current) => ({ ...current, asked: { connection, origin } }));
  }

  async function disconnect(connection: Connection): Promise<ActionResult> {
    if (!list.disconnect) return { ok: true };
    const name = nameOf(connection.platform);
    const result = await list.disconnect(connection.id);
    if (!result.ok) {
      const notice = texts.notDisconnected(name);
      setProblem(connection, { notice, retry: () => ask(connection) });
      return result;
    }
    setProblem(connection, null);
    change((current) => ({ ...current, removed: [...current.removed, connection] }));
    announce(texts.disconnectedStatus(accountName(connection, name)));
    safeCall(() => onDisconnected?.(connection));
    return result;
  }

  return {
    rename,
    ask,
    disconnect,
    stopAsking: () => change((current) => ({ ...current, asked: null })),
    forget: ({ id }) =>
      change((current) => ({
        ...current,
        removed: current.removed.filter((connection) => connection.id !== id),
      })),
  };
}
