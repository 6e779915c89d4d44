import { z } from "zod";
import type { Cloud } from "../cloud.ts";
import { connectionStates, environments, identityTypes } from "../vault/connection.ts";

const connectionSchema = z.object({
  id: z.string(),
  key: z.string(),
  environment: z.enum(environments),
  platform: z.string(),
  name: z.string().nullable(),
  identity: z.string().nullable(),
  identityType: z.enum(identityTypes).nullable(),
  state: z.enum(connectionStates),
  active: z.boolean(),
  tags: z.array(z.string()),
  account: z.string().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});

/** The emulator's state as plain JSON. Faults and the request log are no part of it. */
export const snapshotSchema = z.object({
  version: z.literal(1),
  connections: z.array(connectionSchema),
  /** Platforms that are switched off in AuthKit. */
  hiddenPlatforms: z.array(z.string()),
  whiteLabel: z.boolean(),
  nextRequestId: z.number().int(),
  /** How far the clock has been moved, in milliseconds. */
  clockOffset: z.number(),
});

export type Snapshot = z.infer<typeof snapshotSchema>;

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
