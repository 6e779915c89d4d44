import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Bytes, after a full garbage collection. */
export interface Memory {
  rss: number;
  heapUsed: number;
}

/** A server in a process of its own, so that nobody shares its event loop. */
export interface ServedChild {
  origin: string;
  memory(): Promise<Memory>;
  /** Microseconds of processor time so far. */
  processorTime(): Promise<number>;
  /** Resolves when the process has ended. */
  close(): Promise<void>;
}

const folder = fileURLToPath(new URL("../..", import.meta.url));

const nextMessage = async (child: ChildProcess): Promise<unknown> => {
  const ended = new AbortController();
  try {
    const [message] = await Promise.race([
      once(child, "message", { signal: ended.signal }),
      once(child, "exit", { signal: ended.signal }).then(() => {
        throw new Error("A server process ended before it answered; its output is above.");
      }),
    ]);
    return message;
  } finally {
    ended.abort();
  }
};

/**
 * Starts `script`, which calls {@link serveParent}, and waits until it listens.
 *
 * @param script Built; or a source beside this one, for a process that is not measured itself.
 */
export async function startChild(script: string, options: object): Promise<ServedChild> {
  const isSource = script.endsWith(".ts");
  const path = isSource ? fileURLToPath(new URL(script, import.meta.url)) : script;
  const child = fork(path, [JSON.stringify(options)], {
    cwd: folder,
    execArgv: [...(isSource ? ["--import", "tsx"] : []), "--expose-gc"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const { origin } = (await nextMessage(child)) as { origin: string };
  return {
    origin,
    memory: async () => {
      child.send("memory");
      return (await nextMessage(child)) as Memory;
    },
    processorTime: async () => {
      child.send("processorTime");
      return (await nextMessage(child)) as number;
    },
    close: async () => {
      if (child.exitCode !== null) return;
      child.send("close");
      await once(child, "exit");
    },
  };
}

/** In the child: the options that {@link startChild} was given. */
export const readOptions = <Options>(): Options => JSON.parse(process.argv[2] ?? "{}");

/** In the child: says where it listens, then answers the parent until told to close. */
export function serveParent(origin: string, close: () => Promise<void>): void {
  process.on("message", async (message) => {
    if (message === "memory") {
      globalThis.gc?.();
      const { rss, heapUsed } = process.memoryUsage();
      process.send?.({ rss, heapUsed } satisfies Memory);
    }
    if (message === "processorTime") {
      const { user, system } = process.cpuUsage();
      process.send?.(user + system);
    }
    if (message === "close") {
      await close();
      process.exit(0);
    }
  });
  // The parent is gone: nobody is left to close this.
  process.on("disconnect", () => process.exit(1));
  process.send?.({ origin });
}
