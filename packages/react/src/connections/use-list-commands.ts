"use client";

import type { Connection } from "@authkit-ui/contract";
import type { ListMessages } from "../messages/list-messages.ts";
import type { Notice } from "../messages/session-messages.ts";
import { useFailureNotice } from "../messages/use-failure-notice.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import { useStateFor } from "../ui/use-state-for.ts";
import { accountName } from "./account-name.ts";
import type { ConnectionChange } from "./connection-actions.ts";
import type { UseConnectionsResult } from "./use-connections.ts";

/** What did not work with an account, and what to do again. */
interface Problem {
  notice: Notice;
  retry: () => void;
}

/** What a list remembers beyond the accounts themselves. */
interface Traces {
  /** The account that is being asked about, and what to give the focus back to. */
  asked: { connection: Connection; opener: Element | null } | null;
  /** Disconnected a moment ago. */
  removed: readonly Connection[];
  problems: ReadonlyMap<string, Problem>;
}

const none: Traces = { asked: null, removed: [], problems: new Map() };

/** What a list needs for its commands. */
export interface ListCommandsOptions {
  list: UseConnectionsResult;
  /** Whose list it is: traces of one viewer are never shown to another. */
  subject: string;
  texts: ListMessages;
  nameOf: (platform: string) => string;
  run: (platform: string, start: () => Promise<ConnectOutcome>) => Promise<ConnectOutcome>;
  onDisconnected: ((connection: Connection) => void) | undefined;
}

/** The commands of a list's rows, and what they leave behind in it. */
export function useListCommands(options: ListCommandsOptions) {
  const { list, texts, nameOf, run, onDisconnected } = options;
  const { announce } = useConnectContext();
  const failureNotice = useFailureNotice();
  // Where the accounts are unknown, perhaps because somebody else has signed in, nothing is left.
  const isKnown = list.status === "ready";
  const [traces, change] = useStateFor(`${isKnown} ${options.subject}`, none);

  const setProblem = ({ id }: Connection, problem: Problem | null) =>
    change((current) => {
      const problems = new Map(current.problems);
      if (problem) problems.set(id, problem);
      else problems.delete(id);
      return { ...current, problems };
    });

  async function reconnect(connection: Connection) {
    const { id, platform } = connection;
    const start = list.reconnect;
    if (!start) return;
    setProblem(connection, null);
    const outcome = await run(platform, () => start(id));
    if (!("error" in outcome)) return;
    const notice = failureNotice(outcome.error, { name: nameOf(platform) });
    setProblem(connection, { notice, retry: () => void reconnect(connection) });
  }

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
    const opener = document.activeElement;
    change((current) => ({ ...current, asked: { connection, opener } }));
  }

  async function disconnect(connection: Connection): Promise<ConnectionChange> {
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
    onDisconnected?.(connection);
    return result;
  }

  return {
    ...traces,
    reconnect,
    rename,
    ask,
    disconnect,
    stopAsking: () => change((current) => ({ ...current, asked: null })),
    forget: ({ id }: Connection) =>
      change((current) => ({
        ...current,
        removed: current.removed.filter((connection) => connection.id !== id),
      })),
  };
}
