/** A connection as the emulator lists it; see its control surface. */
export interface VaultConnection {
  key: string;
  platform: string;
  identity: string | null;
  state: string;
}

/** Whether there is an emulator at all: with a real key nothing can be broken on purpose. */
export const hasEmulator = Boolean(import.meta.env.VITE_AUTHKIT_ORIGIN);

/** Does one operation of the emulator's control surface. */
export async function control<Output>(operation: string, input?: unknown): Promise<Output> {
  const response = await fetch(`/__emulator/${operation}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: input === undefined ? "" : JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`The emulator refused ${operation}: ${await response.text()}`);
  return (await response.json()) as Output;
}

/** Puts a fault in force and takes every earlier one away. */
export async function setOnlyFault(fault?: object): Promise<void> {
  await control("clearFaults");
  if (fault) await control("addFault", fault);
}
