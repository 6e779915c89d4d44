import { z } from "zod";
import type { Cloud } from "../cloud.ts";
import {
  type Connection,
  connectionStates,
  environments,
  identityTypes,
} from "../vault/connection.ts";
import { ControlError } from "./control-error.ts";
import { faultSchema } from "./fault.ts";
import { loadSnapshot, saveSnapshot } from "./save-snapshot.ts";
import { snapshotSchema } from "./snapshot.ts";

const operation = <Schema extends z.ZodType, Output>(
  input: Schema,
  run: (cloud: Cloud, input: z.output<Schema>) => Output,
) => ({ input, run });

const nothing = z.undefined();
/** A connection by its `id` or its `key`. */
const connectionReference = z.object({ connection: z.string() });
const platformReference = z.object({ platform: z.string() });

/**
 * Everything that tests and people can do to an emulator. `emulator.control` and
 * `POST /__emulator/{name}` are both made of this table, so that they cannot drift apart.
 */
export const operations = {
  /** The latest requests that reached the emulator, oldest first. */
  requests: operation(nothing, (cloud) => cloud.requests.list()),
  clearRequests: operation(nothing, (cloud) => cloud.requests.clear()),

  /** Makes something go wrong from now on; see `Fault`. */
  addFault: operation(faultSchema, (cloud, fault) => cloud.faults.add(fault)),
  removeFault: operation(z.object({ id: z.string() }), (cloud, { id }) => ({
    removed: cloud.faults.remove(id),
  })),
  clearFaults: operation(nothing, (cloud) => cloud.faults.clear()),
  faults: operation(nothing, (cloud) => cloud.faults.list()),

  /** Every connection of both environments, oldest first. */
  connections: operation(nothing, (cloud) => cloud.vault.all()),
  /** Puts a connection into the vault, as if a person had made it. */
  createConnection: operation(
    platformReference.extend({
      identity: z.string().nullable().default(null),
      identityType: z.enum(identityTypes).nullable().default("user"),
      environment: z.enum(environments).default("test"),
      state: z.enum(connectionStates).default("operational"),
      name: z.string().nullable().default(null),
      account: z.string().nullable().default(null),
      tags: z.array(z.string()).default([]),
    }),
    (cloud, { platform, identity, identityType, environment, ...details }) => {
      const owner = { environment, identity, identityType };
      return cloud.connect(owner, findConnector(cloud, platform), details);
    },
  ),
  /** Turns a connection well or ill; a failed one becomes inactive, any other active. */
  setConnectionState: operation(
    connectionReference.extend({ state: z.enum(connectionStates) }),
    (cloud, { connection, state }) => {
      const found = findConnection(cloud, connection);
      cloud.vault.update(found, { state, active: state !== "failed" }, cloud.clock.now());
      cloud.changed();
      return found;
    },
  ),
  /** Takes a connection away behind everybody's back. */
  deleteConnection: operation(connectionReference, (cloud, { connection }) => {
    cloud.vault.remove(findConnection(cloud, connection));
    cloud.changed();
  }),

  /** Switches a connector off in AuthKit, as at Pica's dashboard. */
  hidePlatform: operation(platformReference, (cloud, { platform }) => {
    cloud.settings.hiddenPlatforms.add(findConnector(cloud, platform).platform);
    cloud.changed();
  }),
  showPlatform: operation(platformReference, (cloud, { platform }) => {
    cloud.settings.hiddenPlatforms.delete(findConnector(cloud, platform).platform);
    cloud.changed();
  }),
  setWhiteLabel: operation(z.object({ whiteLabel: z.boolean() }), (cloud, { whiteLabel }) => {
    cloud.settings.whiteLabel = whiteLabel;
    cloud.changed();
  }),

  /** The emulator's time, ISO 8601 in UTC. */
  clock: operation(nothing, (cloud) => ({ now: new Date(cloud.clock.now()).toISOString() })),
  advanceClock: operation(z.object({ milliseconds: z.number() }), (cloud, { milliseconds }) => {
    cloud.clock.advance(milliseconds);
    cloud.changed();
  }),
  setClock: operation(z.object({ now: z.iso.datetime({ offset: true }) }), (cloud, { now }) => {
    cloud.clock.set(Date.parse(now));
    cloud.changed();
  }),

  /** The whole state as plain JSON, without faults and request log. */
  save: operation(nothing, saveSnapshot),
  /** Replaces the whole state by one that `save` gave. */
  load: operation(snapshotSchema, (cloud, snapshot) => {
    loadSnapshot(cloud, snapshot);
    cloud.changed();
  }),
  /** Back to an empty vault, real time, no faults and an empty request log. */
  reset: operation(nothing, (cloud) => {
    loadSnapshot(cloud, {
      version: 1,
      connections: [],
      hiddenPlatforms: [],
      whiteLabel: cloud.options.whiteLabel,
      nextRequestId: cloud.sessions.nextRequestId,
      clockOffset: 0,
    });
    cloud.faults.clear();
    cloud.requests.clear();
    cloud.changed();
  }),
};

function findConnection({ vault }: Cloud, reference: string): Connection {
  const connection = vault.byId(reference) ?? vault.byKey(reference);
  if (connection) return connection;
  throw new ControlError(
    "connection_not_found",
    "No connection has this id or key; it may have been deleted. List them with `connections`.",
  );
}

function findConnector({ catalog }: Cloud, platform: string) {
  const connector = catalog.byPlatform(platform);
  if (connector) return connector;
  throw new ControlError(
    "platform_not_found",
    `The catalog has no platform "${platform}". Use a connector's platform (gmail), not its name.`,
  );
}
