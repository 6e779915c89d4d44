import { oauthPlatforms } from "../catalog/oauth-platforms.ts";
import type { Behaviour } from "./behaviour.ts";

const page = "test/hosted-page.test.ts";
const one = "test/one-auth.test.ts";
const iframeV1 = "first source of AuthKit's frame (V1); the page has changed since";

/** Tokens, the hosted page and its messages; a check of any of them would start a session. */
export const authKitBehaviours: readonly Behaviour[] = [
  {
    claim:
      "`POST /v1/authkit` answers rows with `title` and `connectionDefId`, no platform, and a `requestId`",
    source: "types of `@picahq/authkit-token` 1.0.4",
    certainty: "read in source",
    testedBy: "src/api/authkit.test.ts",
  },
  {
    claim: "`POST /v1/authkit/token` is One's, with `isWhiteLabel` among it",
    source: "One's OpenAPI 5.35.0, authkit; README of `@withone/auth`",
    certainty: "documented",
    testedBy: "src/api/one.test.ts",
  },
  {
    claim: "An identity of more than 128 bytes is refused with 400",
    source: "github.com/withoneai/pica, core/api/src/logic/connection.rs",
    certainty: "read in source",
    testedBy: "src/api/authkit.test.ts",
  },
  {
    claim: "The page asks the token endpoint by POST, with `?page=1&limit=100`, page after page",
    source: "README of github.com/withoneai/auth; for Pica's page a guess",
    certainty: "documented",
    testedBy: page,
  },
  {
    claim: "It reads `?data=`, and takes the texts of the posted payload over those of the address",
    source: "`@picahq/authkit` 1.0.10, src/window; which of them wins is a guess",
    certainty: "guess",
    testedBy: page,
  },
  {
    claim:
      "`selectedConnection` is compared with the title; without a match: This platform does not exist",
    source: iframeV1,
    certainty: "observed",
    testedBy: page,
  },
  {
    claim: "`LINK_SUCCESS` carries the connection record, without `state`; the page stays open",
    source: "types and src/useEventLink.tsx of `@picahq/authkit` 1.0.10",
    certainty: "read in source",
    testedBy: page,
  },
  {
    claim: "The record's `_id` is not the vault's `id`",
    source: "a public app reads the vault again to learn it",
    certainty: "guess",
    testedBy: page,
  },
  {
    claim: "A refused key or sign-in posts `LINK_ERROR`; the page stays open",
    source: `${iframeV1}; the words of a declined sign-in are a guess`,
    certainty: "observed",
    testedBy: page,
  },
  {
    claim: "Whom the token endpoint refuses, or whose session is over, is told; nothing is posted",
    source: iframeV1,
    certainty: "observed",
    testedBy: page,
  },
  {
    claim: "A session is good for five minutes",
    source: iframeV1,
    certainty: "observed",
    testedBy: page,
  },
  {
    claim: "A closed sign-in window posts nothing (that the page notices it is the emulator's own)",
    source: iframeV1,
    certainty: "observed",
    testedBy: page,
  },
  {
    claim: "Connecting again makes a new connection with a new key",
    source: "github.com/withoneai/cli, src/lib/types.ts",
    certainty: "read in source",
    testedBy: page,
  },
  {
    claim: "Escape closes the page",
    source: "what a dialog does",
    certainty: "guess",
    testedBy: page,
  },
  {
    claim: "Messages are posted to any embedding origin (`*`)",
    source: iframeV1,
    certainty: "observed",
    testedBy: "test/message-faults.test.ts",
  },
  {
    claim:
      "For `@withone/auth` the page posts `OAUTH_REDIRECT`; the state comes back with the return address behind a `~`",
    source: "`@withone/auth` 1.1.4, src/useEventLink.tsx",
    certainty: "read in source",
    testedBy: one,
  },
  {
    claim:
      "The callback returns with `one_auth_state` (and `one_auth_error`); the page then asks `/v1/connections/oauth/check`",
    source: "`@withone/auth` 1.1.4, src/useEventLink.tsx; the check's answer is a guess",
    certainty: "read in source",
    testedBy: one,
  },
  {
    claim: "Which connectors are signed in to, and what a key form asks for",
    source: `github.com/withoneai/pica, core/oauth, for ${Object.keys(oauthPlatforms).length} platforms; all others are a guess`,
    certainty: "guess",
    testedBy: "src/catalog/catalog.test.ts",
  },
];
