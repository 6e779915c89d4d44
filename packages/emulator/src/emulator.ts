import { type Control, createControl } from "./control/control.ts";
import { loadSnapshot } from "./control/save-snapshot.ts";
import { createEmulatorState } from "./emulator-state.ts";
import { createHandler } from "./handler.ts";
import { type EmulatorOptions, resolveOptions } from "./options.ts";

/** A local Pica cloud; it lives in memory and shares nothing with another one. */
export interface Emulator {
  /** Address under which it is reached, without a slash at its end. */
  origin: string;
  /**
   * Answers as Pica's REST API, its hosted AuthKit page and the providers would.
   *
   * @throws DroppedSocketError when a `dropped_socket` fault applies, as `fetch` does when the
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
  const emulator = createEmulatorState(resolveOptions(options));
  if (options.state) loadSnapshot(emulator, options.state);
  return {
    origin: emulator.options.origin,
    fetch: createHandler(emulator),
    control: createControl(emulator),
    onChange: emulator.onChange,
  };
}
