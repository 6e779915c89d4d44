import { ConnectError } from "../api/connect-error.ts";

/** A part of the kit's code that is loaded after the page: the session or the account actions. */
export interface LazyChunk<Module> {
  /** The module, or `null` until it is loaded. */
  current: () => Module | null;
  /** Loads the module. A call that fails rejects with a `ConnectError`; the next one tries again. */
  load: () => Promise<Module>;
  /** Loads the module ahead of the press that needs it. That press reports a failure. */
  preload: () => void;
}

/**
 * Keeps a module once it is loaded. `import()` resolves a task later even for loaded code, which is
 * too late for a press that is to be answered at once.
 */
export function lazyChunk<Module>(importModule: () => Promise<Module>): LazyChunk<Module> {
  let module: Module | null = null;
  async function load() {
    try {
      module ??= await importModule();
      return module;
    } catch (cause) {
      throw new ConnectError(
        "network",
        "authkit-ui: a part of its code could not be loaded. The network may be down, or the site " +
          "was deployed anew. Try again, or reload the page.",
        { cause },
      );
    }
  }
  return { current: () => module, load, preload: () => void load().catch(() => {}) };
}
