import type { Cloud } from "../cloud.ts";
import type { Snapshot } from "./snapshot.ts";

export const saveSnapshot = ({ vault, settings, sessions, clock }: Cloud): Snapshot => ({
  version: 1,
  connections: vault.all().map((connection) => ({ ...connection, tags: [...connection.tags] })),
  hiddenPlatforms: [...settings.hiddenPlatforms],
  whiteLabel: settings.whiteLabel,
  nextRequestId: sessions.nextRequestId,
  clockOffset: clock.offset(),
});

/** Replaces the state; open AuthKit sessions and sign-ins end. */
export function loadSnapshot(cloud: Cloud, snapshot: Snapshot): void {
  const { vault, settings, sessions, attempts, clock } = cloud;
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
