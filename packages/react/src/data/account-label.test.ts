import { describe, expect, it } from "vitest";
import { connection } from "../connections-list/connections.fixtures.ts";
import { accountLabel } from "./account-label.ts";

const march = connection({ platform: "gmail", createdAt: "2026-03-03T09:30:00.000Z" });
const april = connection({ platform: "gmail", createdAt: "2026-04-04T12:30:00.000Z" });
const label = (account: typeof march, others: (typeof march)[], locale = "en") =>
  accountLabel(account, "Gmail", [account, ...others], locale);

describe("accountLabel", () => {
  it("returns the connector's name for the only unnamed account of a platform", () => {
    const named = connection({ platform: "gmail", name: "Mail" });
    expect(label(march, [named, connection({ platform: "slack" })])).toBe("Gmail");
    expect(label(named, [march])).toBe("Mail");
  });

  it("adds the day when several accounts of a platform have no name", () => {
    expect(label(march, [april])).toBe("Gmail (March 3, 2026)");
    expect(label(april, [march], "de")).toBe("Gmail (4. April 2026)");
  });

  it("adds the day when several accounts of a platform have the same name or address", () => {
    const named = (account: typeof march) => ({ ...account, name: "Support" });
    expect(label(named(march), [named(april)])).toBe("Support (March 3, 2026)");
    const addressed = (account: typeof march) => ({ ...account, account: "ann@example.com" });
    expect(label(addressed(march), [addressed(april)])).toBe("ann@example.com (March 3, 2026)");
    expect(label(named(march), [{ ...named(april), platform: "slack" }])).toBe("Support");
  });

  it("adds the time when they were connected on the same day", () => {
    const later = connection({ platform: "gmail", createdAt: "2026-03-03T10:45:00.000Z" });
    const labels = [label(march, [later]), label(later, [march])];
    expect(new Set(labels).size).toBe(2);
    expect(labels[0]).toMatch(/^Gmail \(March 3, 2026 at .*30.*\)$/);
  });
});
