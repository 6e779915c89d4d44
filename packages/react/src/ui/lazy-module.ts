/** Code that the page does not begin with. */
export interface LazyModule<Part> {
  /** `null` until it is there. */
  now: () => Part | null;
  /** Rejects when it cannot be had; asking again tries again. */
  get: () => Promise<Part>;
}

/**
 * Keeps what it has loaded: `import()` answers a task later even when the code is there, too late
 * for a press that is to be followed at once.
 */
export function lazyModule<Part>(load: () => Promise<Part>): LazyModule<Part> {
  let part: Part | null = null;
  return {
    now: () => part,
    async get() {
      part ??= await load();
      return part;
    },
  };
}
