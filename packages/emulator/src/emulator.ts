import { createCloud } from "./cloud.ts";
import { type Control, createControl } from "./control/control.ts";
import { loadSnapshot } from "./control/save-snapshot.ts";
import { createHandler } from "./handle.ts";
import { type EmulatorOptions, resolveOptions } from "./options.ts";

/** A local Pica cloud; it lives in memory and shares nothing with another one. */
export interface Emulator {
  /** Address under which it is reached, without a slash at its end. */
  origin: string;
  /**
   * Answers as Pica's REST API, its hosted AuthKit page and the providers would.
   *
   * @throws DroppedSocketError where a `dropped_socket` fault strikes, as `fetch` does when the
   * other side goes away.
   */
  fetch(request: Request): Promise<Response>;
  /** Faults, connections, clock, log and state; over HTTP as `POST /__emulator/{name}`. */
  control: Control;
  /** Calls the listener after each change of the state; returns how to stop it. */
  onChange(listener: () => void): () => void;
}

/**
 * Makes a local Pica cloud that runs in Node, browsers and workers.
 *
 * @example
 * const emulator = createEmulator({ origin: "http://pica.test" });
 * const rows = await emulator.fetch(new Request("http://pica.test/v1/available-connectors", {
 *   headers: { "x-pica-secret": "sk_test_local" },
 * }));
 *
 * @throws TypeError when the origin is not an address, or a secret names no environment.
 * @throws ZodError when the catalog is malformed.
 */
export function createEmulator(options: EmulatorOptions): Emulator {
  const cloud = createCloud(resolveOptions(options));
  if (options.state) loadSnapshot(cloud, options.state);
  return {
    origin: cloud.options.origin,
    fetch: createHandler(cloud),
    control: createControl(cloud),
    onChange: cloud.onChange,
  };
}
