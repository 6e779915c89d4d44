import { z } from "zod";
import type { EmulatorState } from "../emulator-state.ts";
import {
  type Connection,
  connectionStates,
  environments,
  identityTypes,
} from "../vault/connection.ts";
import { ControlError } from "./control-error.ts";
import { faultSchema } from "./fault.ts";
import { loadSnapshot, saveSnapshot } from "./save-snapshot.ts";
import { sendWebhook, webhookEvents } from "./send-webhook.ts";
import { snapshotSchema } from "./snapshot.ts";

const operation = <Schema extends z.ZodType, Output>(
  input: Schema,
  run: (emulator: EmulatorState, input: z.output<Schema>) => Output,
) => ({ input, run });

const nothing = z.strictObject({}).optional();
/** A connection by its `id` or its `key`. */
const connectionReference = z.object({ connection: z.string() });
const platformReference = z.object({ platform: z.string() });

/**
 * The operations of the control API. `emulator.control` and
 * `POST /__emulator/{name}` are both made of this table, so that they cannot drift apart.
 */
export const operations = {
  /** The latest requests that reached the emulator, oldest first. */
  requests: operation(nothing, (emulator) => emulator.requests.list()),
  clearRequests: operation(nothing, (emulator) => emulator.requests.clear()),

  /** Adds a fault, which applies from now on. */
  addFault: operation(faultSchema, (emulator, fault) => emulator.faults.add(fault)),
  removeFault: operation(z.object({ id: z.string() }), (emulator, { id }) => ({
    removed: emulator.faults.remove(id),
  })),
  clearFaults: operation(nothing, (emulator) => emulator.faults.clear()),
  faults: operation(nothing, (emulator) => emulator.faults.list()),

  /** Every connection of both environments, oldest first. */
  connections: operation(nothing, (emulator) => emulator.vault.all()),
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
    (emulator, { platform, identity, identityType, environment, ...details }) => {
      const owner = { environment, identity, identityType };
      return emulator.connect(owner, findConnector(emulator, platform), details);
    },
  ),
  /** Sets a connection's state; a failed connection becomes inactive, any other active. */
  setConnectionState: operation(
    connectionReference.extend({ state: z.enum(connectionStates) }),
    (emulator, { connection, state }) => {
      const found = findConnection(emulator, connection);
      emulator.vault.update(found, { state, active: state !== "failed" }, emulator.clock.now());
      emulator.changed();
      return found;
    },
  ),
  /** Deletes a connection without the product's knowledge. */
  deleteConnection: operation(connectionReference, (emulator, { connection }) => {
    emulator.vault.remove(findConnection(emulator, connection));
    emulator.changed();
  }),

  /** Sends one of One's webhooks about a connection. */
  sendWebhook: operation(
    connectionReference.extend({
      url: z.url({ protocol: /^https?$/ }),
      event: z.enum(webhookEvents),
    }),
    sendWebhook,
  ),

  /** Switches a connector off in AuthKit, as at Pica's dashboard. */
  hidePlatform: operation(platformReference, (emulator, { platform }) => {
    emulator.settings.hiddenPlatforms.add(findConnector(emulator, platform).platform);
    emulator.changed();
  }),
  showPlatform: operation(platformReference, (emulator, { platform }) => {
    emulator.settings.hiddenPlatforms.delete(findConnector(emulator, platform).platform);
    emulator.changed();
  }),
  setWhiteLabel: operation(z.object({ whiteLabel: z.boolean() }), (emulator, { whiteLabel }) => {
    emulator.settings.whiteLabel = whiteLabel;
    emulator.changed();
  }),

  /** The emulator's time, ISO 8601 in UTC. */
  clock: operation(nothing, (emulator) => ({ now: new Date(emulator.clock.now()).toISOString() })),
  advanceClock: operation(z.object({ milliseconds: z.number() }), (emulator, { milliseconds }) => {
    emulator.clock.advance(milliseconds);
    emulator.changed();
  }),
  setClock: operation(z.object({ now: z.iso.datetime({ offset: true }) }), (emulator, { now }) => {
    emulator.clock.set(Date.parse(now));
    emulator.changed();
  }),

  /** The whole state as plain JSON, without faults and request log. */
  save: operation(nothing, saveSnapshot),
  /** Replaces the whole state by one that `save` gave. */
  load: operation(snapshotSchema, (emulator, snapshot) => {
    loadSnapshot(emulator, snapshot);
    emulator.changed();
  }),
  /** Removes connections, faults and the request log, and returns to real time. */
  reset: operation(nothing, (emulator) => {
    loadSnapshot(emulator, {
      version: 1,
      connections: [],
      hiddenPlatforms: [],
      whiteLabel: emulator.options.whiteLabel,
      nextRequestId: emulator.sessions.nextRequestId,
      clockOffset: 0,
    });
    emulator.faults.clear();
    emulator.requests.clear();
    emulator.changed();
  }),
};

function findConnection({ vault }: EmulatorState, reference: string): Connection {
  const connection = vault.byId(reference) ?? vault.byKey(reference);
  if (connection) return connection;
  throw new ControlError(
    "connection_not_found",
    "No connection has this id or key; it may have been deleted. List them with `connections`.",
  );
}

function findConnector({ catalog }: EmulatorState, platform: string) {
  const connector = catalog.byPlatform(platform);
  if (connector) return connector;
  throw new ControlError(
    "platform_not_found",
    `The catalog has no platform "${platform}". Use a connector's platform (gmail), not its name.`,
  );
}
