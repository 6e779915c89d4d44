import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { type Snapshot, snapshotSchema } from "./control/snapshot.ts";

/**
 * Reads the state that an emulator starts with; `undefined` when there is no file yet.
 *
 * @throws Error when the file holds no state.
 */
export async function readStateFile(path: string): Promise<Snapshot | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return snapshotSchema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(
      `The state file ${path} holds no emulator state; delete it to start afresh. ${reason}`,
    );
  }
}

/** Writes the latest state, one write at a time. */
export interface StateFile {
  /** Writes soon; several calls in a row cost one write. */
  schedule(): void;
  /** Resolves when everything is written. @throws what the file system said. */
  flush(): Promise<void>;
}

/** @param save Gives the state to write. */
export function createStateFile(path: string, save: () => Snapshot): StateFile {
  let isDirty = false;
  let writing = Promise.resolve();

  const write = async () => {
    // One turn later: changes made together are written together.
    await new Promise((resolve) => setImmediate(resolve));
    if (!isDirty) return;
    isDirty = false;
    await mkdir(dirname(path), { recursive: true });
    // Written beside and moved over, so that a crash leaves the old state or the new one.
    const draft = `${path}.${randomUUID()}.tmp`;
    await writeFile(draft, JSON.stringify(save()));
    await rename(draft, path);
  };

  return {
    schedule() {
      if (isDirty) return;
      isDirty = true;
      writing = writing.then(write, write);
      // Kept for flush; until then a failed write must not end the process.
      writing.catch(() => {});
    },
    flush: () => writing,
  };
}
