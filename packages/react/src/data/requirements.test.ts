import { expect, test } from "vitest";
import { connection } from "../connections-list/connections.fixtures.ts";
import { attentionOf } from "./attention.ts";
import { checkRequirements } from "./requirements.ts";

const gmail = connection({ platform: "gmail", name: "Mail" });
const slack = connection({ platform: "slack", name: "Team" });
const onboarding = [
  { anyOf: ["slack", "microsoft-teams"], optional: true },
  { platform: "gmail" },
  { platform: "hubspot" },
];
const platformsOf = (list: { platforms: readonly string[] }[]) =>
  list.map(({ platforms }) => platforms.join(" or "));

test("requires every platform that is not optional, and returns the first unmet one as next", () => {
  const nothing = checkRequirements(onboarding, []);
  expect(nothing.met).toBe(false);
  expect(platformsOf(nothing.missing)).toEqual(["slack or microsoft-teams", "gmail", "hubspot"]);
  expect(nothing.next?.platforms).toEqual(["gmail"]);
  const hubspot = connection({ platform: "hubspot" });
  const required = checkRequirements(onboarding, [gmail, hubspot]);
  expect(required.met).toBe(true);
  expect(required.next?.platforms).toEqual(["slack", "microsoft-teams"]);
  expect(checkRequirements(onboarding, [gmail, hubspot, slack]).next).toBeNull();
  expect(checkRequirements([], [])).toMatchObject({ met: true, next: null });
});

test("counts a platform as broken only when no account of it works", () => {
  const failed = connection({ platform: "gmail", name: "Old", state: "failed" });
  const gone = connection({ platform: "gmail", name: "Older", state: "gone" });
  const [, mail] = checkRequirements(onboarding, [gone, failed]).requirements;
  expect(mail).toMatchObject({ state: "broken", connection: failed });
  expect(checkRequirements(onboarding, [failed, gmail]).broken).toEqual([]);
});

test.each(["operational", "degraded", "unknown"] as const)(
  "takes an account that is %s",
  (state) => {
    const check = checkRequirements([{ platform: "gmail" }], [{ ...gmail, state }]);
    expect(check.met).toBe(true);
  },
);

test("puts reconnectable accounts first, an expired sign-in before a revoked access, the oldest first", () => {
  const broken = (name: string, part: object) =>
    connection({ platform: "gmail", name, state: "failed", ...part });
  const can = { ...gmail.can, reconnect: { reason: "Ask Ann." } };
  const { total, connections, byPlatform } = attentionOf([
    slack,
    broken("forbidden", { can }),
    broken("gone", { state: "gone" }),
    broken("new", { updatedAt: "2026-03-05T09:30:00.000Z" }),
    broken("old", { updatedAt: "2026-03-04T09:30:00.000Z" }),
    broken("retrying", { state: "degraded" }),
  ]);
  expect(total).toBe(4);
  expect(connections.map(({ name }) => name)).toEqual(["old", "new", "gone", "forbidden"]);
  expect(Object.keys(byPlatform)).toEqual(["gmail"]);
  expect(byPlatform.constructor).toBeUndefined();
});
