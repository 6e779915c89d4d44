import { oauthPlatforms } from "../catalog/oauth-platforms.ts";
import type { Behaviour } from "./behaviour.ts";

const page = "test/hosted-page.browser.test.ts";
const one = "test/one-auth.browser.test.ts";
const iframeV1 = "first source of AuthKit's frame (V1); the page has changed since";

/** Tokens, the hosted page and its messages; a check of any of them would start a session. */
export const authKitBehaviours: readonly Behaviour[] = [
  {
    claim:
      "`POST /v1/authkit` returns a `requestId`, and rows with `title` and `connectionDefId` but no platform",
    source: "types of `@picahq/authkit-token` 1.0.4",
    certainty: "read in source",
    testedBy: "src/api/authkit.test.ts",
  },
  {
    claim: "One's token comes from `POST /v1/authkit/token` and includes `isWhiteLabel`",
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
    claim:
      "The page calls the token endpoint by POST with `?page=1&limit=100`, one page after the other",
    source: "README of github.com/withoneai/auth; for Pica's page a guess",
    certainty: "documented",
    testedBy: page,
  },
  {
    claim: "The page reads `?data=`; texts of the posted payload replace those of the address",
    source: "`@picahq/authkit` 1.0.10, src/window; which of them wins is a guess",
    certainty: "guess",
    testedBy: page,
  },
  {
    claim:
      "`selectedConnection` is compared with the title; without a match the page says: This platform does not exist",
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
    source: "a public app reads the vault again to find it",
    certainty: "guess",
    testedBy: page,
  },
  {
    claim: "A refused key or sign-in posts `LINK_ERROR`; the page stays open",
    source: `${iframeV1}; the text for a declined sign-in is a guess`,
    certainty: "observed",
    testedBy: page,
  },
  {
    claim:
      "When the token endpoint refuses or the session has expired, the page tells the person and posts nothing",
    source: iframeV1,
    certainty: "observed",
    testedBy: page,
  },
  {
    claim: "A session expires after five minutes",
    source: iframeV1,
    certainty: "observed",
    testedBy: page,
  },
  {
    claim:
      "When the sign-in window is closed, the page posts nothing; that it notices is the emulator's own",
    source: iframeV1,
    certainty: "observed",
    testedBy: page,
  },
  {
    claim: "Connecting again creates a new connection with a new key",
    source: "github.com/withoneai/cli, src/lib/types.ts",
    certainty: "read in source",
    testedBy: page,
  },
  {
    claim: "Escape closes the page",
    source: "usual for a dialog",
    certainty: "guess",
    testedBy: page,
  },
  {
    claim: "Messages are posted to any embedding origin (`*`)",
    source: iframeV1,
    certainty: "observed",
    testedBy: "test/message-faults.browser.test.ts",
  },
  {
    claim:
      "For `@withone/auth` the page posts `OAUTH_REDIRECT`; the state comes back with `~` and the return address appended",
    source: "`@withone/auth` 1.1.4, src/useEventLink.tsx",
    certainty: "read in source",
    testedBy: one,
  },
  {
    claim:
      "The callback leads back with `one_auth_state` (and `one_auth_error`); the page then calls `/v1/connections/oauth/check`",
    source: "`@withone/auth` 1.1.4, src/useEventLink.tsx; the check's answer is a guess",
    certainty: "read in source",
    testedBy: one,
  },
  {
    claim:
      "A state that ends with `~v3` leads back to the address as it was, without a parameter, declined or not",
    source: "github.com/withoneai/auth 1.3.0, src/useEventLink.tsx",
    certainty: "read in source",
    testedBy: "src/consent/returns.test.ts",
  },
  {
    claim: "Which connectors use OAuth, and which fields a key form has",
    source: `github.com/withoneai/pica, core/oauth, for ${Object.keys(oauthPlatforms).length} platforms; all others are a guess`,
    certainty: "guess",
    testedBy: "src/catalog/catalog.test.ts",
  },
];
