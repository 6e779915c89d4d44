import type { EmulatorState } from "../emulator-state.ts";
import type { Snapshot } from "./snapshot.ts";

export const saveSnapshot = ({ vault, settings, sessions, clock }: EmulatorState): Snapshot => ({
  version: 1,
  connections: vault.all().map((connection) => ({ ...connection, tags: [...connection.tags] })),
  hiddenPlatforms: [...settings.hiddenPlatforms],
  whiteLabel: settings.whiteLabel,
  nextRequestId: sessions.nextRequestId,
  clockOffset: clock.offset(),
});

/** Replaces the state; open AuthKit sessions and sign-ins end. */
export function loadSnapshot(emulator: EmulatorState, snapshot: Snapshot): void {
  const { vault, settings, sessions, attempts, clock } = emulator;
  vault.clear();
  for (const connection of snapshot.connections) vault.add({ ...connection });
  settings.hiddenPlatforms = new Set(snapshot.hiddenPlatforms);
  settings.whiteLabel = snapshot.whiteLabel;
  sessions.clear();
  sessions.nextRequestId = snapshot.nextRequestId;
  attempts.clear();
  clock.reset();
  clock.advance(snapshot.clockOffset);
}
