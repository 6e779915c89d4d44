import { expect, it } from "vitest";
import { ask, emulatorFor } from "../../test/ask.ts";

const headers = { "x-one-secret": "sk_test_local" };
const page = "https://product.test/settings?tab=accounts#gmail";

/** Walks through the consent page, and returns the address that the callback redirects to. */
async function wayBack(decision: "allow" | "deny", tag: string) {
  const emulator = emulatorFor({
    generation: "one",
    catalog: [{ platform: "gmail", name: "Gmail", oauth: true }],
  });
  const { body: token } = await ask(emulator, "/v1/authkit/token", {
    method: "POST",
    secret: null,
    headers,
    body: { identity: "user-42", identityType: "user" },
  });
  const { connectionDefId } = token.rows[0];
  const address = `/authkit/${token.requestId}/connectors/${connectionDefId}/oauth`;
  const { body: attempt } = await ask(emulator, address, {
    method: "POST",
    body: { name: "", companyName: "" },
  });
  const state = `${attempt.state}~${btoa(page).replaceAll("=", "")}${tag}`;
  const consented = await emulator.fetch(
    new Request(`${emulator.origin}/consent/gmail`, {
      method: "POST",
      body: new URLSearchParams({ state, decision }),
    }),
  );
  const callback = consented.headers.get("location") ?? "";
  const returned = await emulator.fetch(new Request(emulator.origin + callback));
  const check = await ask(emulator, `/v1/connections/oauth/check?state=${attempt.state}`, {
    secret: null,
  });
  return { location: returned.headers.get("location"), check: check.body };
}

it("returns a `~v3` page to its unchanged address", async () => {
  const { location, check } = await wayBack("allow", "~v3");
  expect(location).toBe(page);
  expect(check).toMatchObject({ status: "connected", connection: { platform: "gmail" } });
});

it("keeps a refusal out of that address, and reports it when the page checks", async () => {
  const { location, check } = await wayBack("deny", "~v3");
  expect(location).toBe(page);
  expect(check).toMatchObject({ status: "failed", message: "Access to Gmail was declined." });
});

it("adds the state to the address of an older page", async () => {
  const { location } = await wayBack("allow", "");
  expect(location).toMatch(
    /^https:\/\/product\.test\/settings\?tab=accounts&one_auth_state=\w+#gmail$/,
  );
});
