import { z } from "zod";
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

/** What `control.save()` returns and the option `state` takes: the state as plain JSON. */
export type Snapshot = z.infer<typeof snapshotSchema>;
