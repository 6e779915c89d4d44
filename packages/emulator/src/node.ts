import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createHostCheck } from "./allowed-hosts.ts";
import { DroppedSocketError } from "./control/apply-faults.ts";
import { createEmulator, type Emulator } from "./emulator.ts";
import type { EmulatorOptions } from "./options.ts";
import { createStateFile, readStateFile } from "./state-file.ts";

/** Options of `serve`. */
export interface ServeOptions extends Omit<EmulatorOptions, "origin" | "state"> {
  /** @default the address that it listens on */
  origin?: string | undefined;
  /** 0 takes a free one. @default 0 */
  port?: number | undefined;
  /** @default "127.0.0.1" */
  host?: string | undefined;
  /**
   * Hosts that are answered beside this machine's own names (`localhost`, `127.0.0.1`, `[::1]`) and
   * the host of `origin`.
   * @default []
   */
  allowedHosts?: readonly string[] | undefined;
  /** File that the state is loaded from, and saved to after each change; in memory when absent. */
  stateFile?: string | undefined;
}

/** An emulator that listens on a port. */
export interface ServedEmulator {
  origin: string;
  emulator: Emulator;
  /** Saves what is unsaved and stops listening. */
  close(): Promise<void>;
}

/**
 * Serves a local Pica cloud over HTTP.
 *
 * @example
 * const { origin, emulator, close } = await serveEmulator({ port: 8788 });
 *
 * @throws Error when the port is taken or the state file holds no state.
 */
export async function serveEmulator({
  port = 0,
  host = "127.0.0.1",
  allowedHosts = [],
  stateFile,
  ...options
}: ServeOptions = {}): Promise<ServedEmulator> {
  const state = stateFile === undefined ? undefined : await readStateFile(stateFile);
  const server = createServer();
  await listen(server, port, host);
  const address = server.address() as AddressInfo;
  const hostname = address.family === "IPv6" ? `[${address.address}]` : address.address;
  const origin = options.origin ?? `http://${hostname}:${address.port}`;

  const emulator = await orClose(server, () => createEmulator({ ...options, origin, state }));
  const refuseHost = createHostCheck([new URL(origin).host, ...allowedHosts]);
  server.on("request", getRequestListener(answerOrDrop(emulator, refuseHost)));
  const file =
    stateFile === undefined ? undefined : createStateFile(stateFile, emulator.control.save);
  const stopSaving = file ? emulator.onChange(file.schedule) : () => {};

  return {
    origin: emulator.origin,
    emulator,
    async close() {
      stopSaving();
      await file?.flush();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      const isTaken = "code" in error && error.code === "EADDRINUSE";
      reject(
        isTaken
          ? new Error(
              `Port ${port} of ${host} is taken. Stop what listens there, or choose another with --port.`,
            )
          : error,
      );
    });
    server.listen(port, host, resolve);
  });

/** Does the work; when that fails, the port is given back before the error is passed on. */
async function orClose<Result>(server: Server, work: () => Result): Promise<Result> {
  try {
    return work();
  } catch (error) {
    await new Promise((resolve) => server.close(resolve));
    throw error;
  }
}

/** A dropped socket takes the real socket with it. */
const answerOrDrop =
  (
    emulator: Emulator,
    refuseHost: (request: Request) => Response | null,
  ): Parameters<typeof getRequestListener>[0] =>
  async (request, { incoming }) => {
    try {
      return refuseHost(request) ?? (await emulator.fetch(request));
    } catch (error) {
      if (!(error instanceof DroppedSocketError)) throw error;
      if ("socket" in incoming) incoming.socket.destroy();
      return new Response(null);
    }
  };
