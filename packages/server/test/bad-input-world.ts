import type { problemStatuses } from "@authkit-ui/contract";
import { type CallOptions, createHarness, type Harness } from "./harness.ts";
import { openTestStore } from "./test-store.ts";

const store = await openTestStore();

/** An id that nothing has. */
export const unknownId = "00000000-0000-4000-8000-000000000000";

/** One person's world, and a stranger's things in it. */
export async function setUp() {
  const harness = createHarness({ store, platforms: ["gmail", "slack"] });
  const { ann, ben, connectAccount, session, advance } = harness;
  const mine = await connectAccount(ann, "gmail");
  const theirs = await connectAccount(ben, "gmail");
  const expired = await session(ann, { platform: "gmail" });
  advance(12 * 60_000);
  const open = await session(ann, { platform: "gmail" });
  const ended = await session(ann, { platform: "gmail" });
  await harness.call(`/sessions/${ended.id}`, { method: "DELETE", as: ann });
  const theirSession = await session(ben, {});
  const theirKey = harness.emulator.control.createConnection({
    platform: "gmail",
    identity: ben.user,
    identityType: "user",
  }).key;
  const slackKey = harness.emulator.control.createConnection({
    platform: "slack",
    identity: ann.user,
    identityType: "user",
  }).key;
  const liveKey = harness.emulator.control.createConnection({
    platform: "gmail",
    identity: ann.user,
    identityType: "user",
    environment: "live",
  }).key;
  return {
    ...harness,
    mine,
    theirs,
    open,
    ended,
    expired,
    theirSession,
    theirKey,
    slackKey,
    liveKey,
  };
}

export type World = Awaited<ReturnType<typeof setUp>>;

/** Something that a route must refuse, with the problem that it must answer. */
export interface BadInput {
  what: string;
  code: keyof typeof problemStatuses;
  request(world: World): [path: string, options: CallOptions];
}

/** A POST of JSON. */
export const post = (
  as: Harness["ann"] | null,
  body: unknown,
  rest: CallOptions = {},
): CallOptions => ({
  method: "POST",
  as,
  body,
  ...rest,
});
