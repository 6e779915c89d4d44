"use client";

import type { Connection, ConnectionAccess } from "@authkit-ui/contract";
import { type RefObject, useEffect } from "react";
import type { ActionResult, UseConnectionsResult } from "../hooks/use-connections.ts";
import type { Notice } from "../messages/session-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { activeElementNear } from "../ui/active-element.ts";
import { type LayerOrigin, layerOrigin } from "../ui/layer-origin.ts";
import { useRootContext } from "../ui/root-context.ts";
import { safeCall } from "../ui/safe-call.ts";
import { useKeyedState } from "../ui/use-keyed-state.ts";

/** Arguments of {@link useRowActions}. */
export interface UseRowActionsOptions {
  list: Pick<UseConnectionsResult, "connections" | "rename" | "setAccess" | "disconnect">;
  /** Whose list it is. With another key, nothing is left of the last one's problems and rows. */
  listKey: string;
  /** The list's root element. */
  root: RefObject<HTMLElement | null>;
  /** The display name of a platform's connector. */
  nameOf: (platform: string) => string;
  /** What people call an account. */
  labelOf: (connection: Connection) => string;
  onDisconnected: ((connection: Connection) => void) | undefined;
}

/** A change of an account that failed. */
export interface RowProblem {
  notice: Notice;
  retry: () => void;
}

interface RemovedAccount {
  connection: Connection;
  /** The accounts that there were when it was disconnected. */
  known: ReadonlySet<string>;
}

interface RowActionsState {
  /** The account whose disconnect has to be confirmed, and where the question was opened from. */
  question: { connection: Connection; openedFrom: LayerOrigin } | null;
  /** Accounts that were disconnected a moment ago. */
  removed: readonly RemovedAccount[];
  /** By the account's id. */
  problems: ReadonlyMap<string, RowProblem>;
}

const initialState: RowActionsState = { question: null, removed: [], problems: new Map() };

/** Changes and disconnects the accounts of a list, and keeps what the list shows about it. */
export function useRowActions(options: UseRowActionsOptions) {
  const { list, listKey, root, nameOf, labelOf, onDisconnected } = options;
  const { announce } = useRootContext();
  const messages = useMessages("list");
  const [state, setState] = useKeyedState(listKey, initialState);

  // An account that is connected again takes the place of its own notice.
  const isReplaced = ({ connection, known }: RemovedAccount) =>
    list.connections.some(({ id, platform }) => platform === connection.platform && !known.has(id));
  const replaced = state.removed.filter(isReplaced);
  useEffect(() => {
    if (replaced.length === 0) return;
    setState((current) => ({
      ...current,
      removed: current.removed.filter((account) => !replaced.includes(account)),
    }));
  });

  const setProblem = ({ id }: Connection, problem: RowProblem | null) =>
    setState((current) => {
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
      return setProblem(connection, { notice: messages.notRenamed, retry });
    }
    const renamed = { ...connection, name: name.trim() || null };
    announce(messages.renamedStatus(labelOf(renamed)));
  }

  async function setAccess(connection: Connection, access: ConnectionAccess) {
    if (!list.setAccess) return;
    setProblem(connection, null);
    const { ok } = await list.setAccess(connection.id, access);
    if (ok) return announce(messages.accessStatus(labelOf(connection), access));
    const retry = () => void setAccess(connection, access);
    setProblem(connection, { notice: messages.accessNotChanged, retry });
  }

  function askBeforeDisconnect(connection: Connection) {
    setProblem(connection, null);
    const openedFrom = layerOrigin(activeElementNear(root.current), root.current);
    setState((current) => ({ ...current, question: { connection, openedFrom } }));
  }

  async function disconnect(connection: Connection): Promise<ActionResult> {
    if (!list.disconnect) return { ok: true };
    const name = nameOf(connection.platform);
    const result = await list.disconnect(connection.id);
    // Disconnected meanwhile, e.g. in another tab: its row goes with the question.
    if (!result.ok && result.error.code === "not_found") return result;
    if (!result.ok) {
      const retry = () => askBeforeDisconnect(connection);
      setProblem(connection, { notice: messages.notDisconnected(name), retry });
      return result;
    }
    setProblem(connection, null);
    const known = new Set(list.connections.map(({ id }) => id));
    setState((current) => ({ ...current, removed: [...current.removed, { connection, known }] }));
    announce(messages.disconnectedStatus(labelOf(connection)));
    safeCall(() => onDisconnected?.(connection));
    return result;
  }

  return {
    ...state,
    removed: state.removed
      .filter((account) => !isReplaced(account))
      .map(({ connection }) => connection),
    rename,
    setAccess,
    askBeforeDisconnect,
    disconnect,
    closeQuestion: () => setState((current) => ({ ...current, question: null })),
    dismissRemoved: ({ id }: Connection) =>
      setState((current) => ({
        ...current,
        removed: current.removed.filter(({ connection }) => connection.id !== id),
      })),
  };
}
