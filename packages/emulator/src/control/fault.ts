import { z } from "zod";

const scope = {
  /** Only requests of this method. */
  method: z.string().optional(),
  /** Only requests to this path; `*` stands for anything. @default "/v1/*" */
  path: z.string().default("/v1/*"),
  /** The fault ends after so many times; it never ends when absent. */
  times: z.number().int().positive().optional(),
};

const pageScope = { times: scope.times };

/** What can go wrong on demand. Those without a `path` concern the hosted page. */
export const faultSchema = z.discriminatedUnion("kind", [
  /** The answer takes so much longer. */
  z.object({ kind: z.literal("delay"), milliseconds: z.number().nonnegative(), ...scope }),
  /** An error answer in Pica's shape, with the headers that go with it. */
  z.object({
    kind: z.literal("status"),
    status: z.number().int().min(400).max(599),
    message: z.string().optional(),
    ...scope,
  }),
  /** An HTML page where JSON belongs. */
  z.object({
    kind: z.literal("html"),
    status: z.number().int().min(200).max(599).default(200),
    ...scope,
  }),
  /** The connection breaks before an answer. */
  z.object({ kind: z.literal("dropped_socket"), ...scope }),
  /** So many rows of each list are not what they should be. */
  z.object({
    kind: z.literal("malformed_rows"),
    count: z.number().int().positive().default(1),
    ...scope,
  }),
  /** Every page of a list repeats the first. */
  z.object({ kind: z.literal("duplicate_pages"), ...scope }),
  /** A list claims to have so many pages. */
  z.object({
    kind: z.literal("lying_pages"),
    pages: z.number().int().nonnegative(),
    ...scope,
  }),
  /** The hosted page may not be framed. */
  z.object({ kind: z.literal("blocked_framing"), ...pageScope }),
  /** The provider refuses whoever signs in or hands over a key. */
  z.object({
    kind: z.literal("provider_error"),
    message: z.string().default("Invalid connection credentials"),
    ...pageScope,
  }),
  /** `LINK_SUCCESS` is posted so often. */
  z.object({
    kind: z.literal("repeated_message"),
    count: z.number().int().min(2).default(3),
    ...pageScope,
  }),
  /** `LINK_ERROR` is posted while the page is still loading. */
  z.object({ kind: z.literal("early_message"), ...pageScope }),
  /** `LINK_SUCCESS` is posted so much later. */
  z.object({
    kind: z.literal("late_message"),
    milliseconds: z.number().nonnegative(),
    ...pageScope,
  }),
  /** A frame of another origin posts `LINK_SUCCESS` with this connection key. */
  z.object({
    kind: z.literal("forged_message"),
    key: z.string().default("test::gmail::default::0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f|attacker"),
    ...pageScope,
  }),
]);

/** A fault as `addFault` takes it. */
export type FaultRequest = z.input<typeof faultSchema>;

/** An active fault. */
export type Fault = z.output<typeof faultSchema> & { id: string };

/** The `kind` of a fault: what goes wrong. */
export type FaultKind = Fault["kind"];
