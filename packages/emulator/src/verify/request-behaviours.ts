import { type Behaviour, fail, pass, passIf, unknown } from "./behaviour.ts";
import { isRecord } from "./pica-client.ts";

const oas = "One's OpenAPI 5.35.0";
const v1 = "github.com/withoneai/pica, core/api/src";
const testedByErrors = "src/api/errors.test.ts";
const testedByPassthrough = "src/api/passthrough.test.ts";

const messageOf = (body: unknown) => (isRecord(body) ? String(body.message) : "no JSON");

/** Secret keys, errors, limits and the passthrough. */
export const requestBehaviours: readonly Behaviour[] = [
  {
    claim: "A wrong secret key is refused with 401",
    source: `${v1}/middleware/header_auth.rs`,
    certainty: "read in source",
    testedBy: testedByErrors,
    async check(client) {
      const secret = `sk_${client.environment}_authkit_ui_verify`;
      const { status } = await client.get("/v1/vault/connections", {}, { secret });
      return passIf(status === 401, `status ${status}`);
    },
  },
  {
    claim: "A request without a secret key is refused with 401",
    source: `${v1}/middleware/header_auth.rs`,
    certainty: "read in source",
    testedBy: testedByErrors,
    async check(client) {
      const { status } = await client.get("/v1/vault/connections", {}, { secret: null });
      return passIf(status === 401, `status ${status}`);
    },
  },
  {
    claim: "One's catalog needs no secret key",
    source: `${oas}, connectors`,
    certainty: "documented",
    testedBy: "src/api/one.test.ts",
    generation: "one",
    async check(client) {
      const { status } = await client.get("/v1/available-connectors", {}, { secret: null });
      return passIf(status === 200, `status ${status}`);
    },
  },
  {
    claim: "An error body has `type`, `key`, `message`, `status`, `correlationId`",
    source: `${oas}, ErrorResponse; captures of September 2026`,
    certainty: "documented",
    testedBy: testedByErrors,
    async check(client) {
      const { body, status } = await client.get("/v1/authkit-ui-verify");
      if (!isRecord(body)) return fail(`no JSON, status ${status}`);
      const wanted = ["type", "key", "message", "status", "correlationId"];
      const missing = wanted.filter((name) => !(name in body));
      return passIf(missing.length === 0, `a body without ${missing.join(", ")}`);
    },
  },
  {
    claim: "An error body also has a numeric `code`",
    source: "samples of docs.picaos.com; codes of V1's source",
    certainty: "guess",
    testedBy: testedByErrors,
    async check(client) {
      const { body } = await client.get("/v1/authkit-ui-verify");
      return passIf(isRecord(body) && typeof body.code === "number", "none");
    },
  },
  {
    claim: "A response carries its id in `x-one-correlation-id` and `x-request-id`",
    source: "captures of September 2026; a guess for Pica V2",
    certainty: "observed",
    testedBy: testedByErrors,
    async check(client) {
      const { headers } = await client.get("/v1/authkit-ui-verify");
      const names = ["x-one-correlation-id", "x-request-id"].filter((name) => !headers.has(name));
      return passIf(names.length === 0, `no ${names.join(", ")}`);
    },
  },
  {
    claim: "A `limit` that is not a number is refused with 400",
    source: `${oas} declares 400 for bad parameters`,
    certainty: "guess",
    testedBy: "src/api/connectors.test.ts",
    async check(client) {
      const { status } = await client.get("/v1/vault/connections", { limit: "ten" });
      return passIf(status === 400, `status ${status}`);
    },
  },
  {
    claim:
      "A 429 has the headers `x-pica-rate-limit-limit`, `-remainings` and `-reset: 60`, and no `Retry-After`",
    source: `${v1}/middleware/rate_limiter.rs`,
    certainty: "read in source",
    testedBy: testedByErrors,
    generation: "pica",
    async check(client) {
      // Only the headers of an ordinary answer are looked at: provoking a 429 would use up the plan.
      const { headers } = await client.get("/v1/vault/connections", { limit: 1 });
      const name = "x-pica-rate-limit-limit";
      return headers.has(name) ? pass : unknown("ordinary answers carry none of them");
    },
  },
  {
    claim: "An exhausted plan is refused with 402, a missing permission with 403",
    source: `${oas}, declared on its operations`,
    certainty: "documented",
    testedBy: "src/control/control.test.ts",
  },
  {
    claim: "The passthrough refuses a request without a connection key with 400",
    source: `${v1}/logic/passthrough.rs`,
    certainty: "read in source",
    testedBy: testedByPassthrough,
    async check(client) {
      const { status, body } = await client.get("/v1/passthrough/authkit-ui-verify");
      return passIf(status === 400, `status ${status}, ${messageOf(body)}`);
    },
  },
  {
    claim: "The passthrough refuses a key of the other environment with 404",
    source: `${v1}/middleware/header_auth.rs`,
    certainty: "read in source",
    testedBy: testedByPassthrough,
    async check(client) {
      const other = client.environment === "test" ? "live" : "test";
      const prefix = client.generation === "one" ? "x-one" : "x-pica";
      const { status, body } = await client.get(
        "/v1/passthrough/authkit-ui-verify",
        {},
        {
          headers: {
            [`${prefix}-connection-key`]: `${other}::gmail::default::${"0".repeat(32)}`,
            [`${prefix}-action-id`]: "conn_mod_def::authkit-ui::verify",
          },
        },
      );
      return passIf(status === 404, `status ${status}, ${messageOf(body)}`);
    },
  },
  {
    claim: "The passthrough refuses a request without an action id with 400",
    source: "docs.picaos.com, Passthrough, says that it is required; the status is a guess",
    certainty: "guess",
    testedBy: testedByPassthrough,
  },
  {
    claim: "The passthrough refuses a failed connection with 401",
    source: `${oas}: "Invalid connection credentials"`,
    certainty: "guess",
    testedBy: testedByPassthrough,
  },
  {
    claim: "The passthrough returns the provider's status and body, and its headers under a prefix",
    source: `docs.picaos.com, Passthrough; ${v1}/logic/passthrough.rs`,
    certainty: "documented",
    testedBy: testedByPassthrough,
  },
  {
    claim: "`GET /v1/users/flags` returns the white-label flag as `authkitWhitelist`",
    source: "types of `@picahq/authkit-token` 1.0.4",
    certainty: "read in source",
    testedBy: "src/api/authkit.test.ts",
    async check(client) {
      const { body, status } = await client.get("/v1/users/flags");
      const isAsClaimed = isRecord(body) && typeof body.authkitWhitelist === "boolean";
      return passIf(isAsClaimed, `status ${status}, ${messageOf(body)}`);
    },
  },
];
