import type { BadInput, World } from "./bad-input-world.ts";
import { ownOrigin } from "./harness.ts";

const evil = "https://evil.example";

/** What `/token` may be sent. */
export const badTokenRequests: BadInput[] = [
  // The token.
  {
    what: "a token without a ticket",
    code: "ticket_invalid",
    request: () => ["/token", { method: "POST", headers: { origin: "http://authkit.test" } }],
  },
  {
    what: "a token for a cookie",
    code: "ticket_invalid",
    request: ({ ann }) => [
      "/token",
      { method: "POST", as: ann, headers: { origin: "http://authkit.test" } },
    ],
  },
  ...(
    [
      [
        "of no signature",
        "ticket_invalid",
        ({ open }) => `${open.ticket.split(".").slice(0, 2).join(".")}.`,
      ],
      [
        "with a changed signature",
        "ticket_invalid",
        ({ open }) => `${open.ticket.slice(0, -4)}AAAA`,
      ],
      [
        "of the algorithm none",
        "ticket_invalid",
        ({ open }) => `${btoa('{"alg":"none"}').replaceAll("=", "")}.${open.ticket.split(".")[1]}.`,
      ],
      ["of an ended session", "ticket_invalid", ({ ended }) => ended.ticket],
      ["whose ten minutes are over", "ticket_expired", ({ expired }) => expired.ticket],
      ["that is Pica's secret", "ticket_invalid", () => "sk_test_local"],
    ] as [string, BadInput["code"], (world: World) => string][]
  ).map(
    ([what, code, ticket]): BadInput => ({
      what: `a ticket ${what}`,
      code,
      request: (world) => [
        "/token",
        {
          method: "POST",
          headers: { origin: "http://authkit.test", authorization: `Bearer ${ticket(world)}` },
        },
      ],
    }),
  ),
  ...[ownOrigin, evil, "http://authkit.test.evil.example", "null", undefined].map(
    (origin): BadInput => ({
      what: `a good ticket from the origin ${origin}`,
      code: "origin_not_allowed",
      request: ({ open }) => [
        "/token",
        {
          method: "POST",
          headers: { origin: origin ?? "", authorization: `Bearer ${open.ticket}` },
        },
      ],
    }),
  ),
  ...[
    "page=0",
    "page=-1",
    "page=1.5",
    "page=null",
    "limit=0",
    "limit=101",
    "limit=x",
    "page=9999999",
  ].map(
    (query): BadInput => ({
      what: `a token with ?${query}`,
      code: "invalid_request",
      request: ({ open }) => [
        `/token?${query}`,
        {
          method: "POST",
          headers: { origin: "http://authkit.test", authorization: `Bearer ${open.ticket}` },
        },
      ],
    }),
  ),
  {
    what: "a page beyond what page 1 spoke of",
    code: "ticket_spent",
    request: ({ open }) => [
      "/token?page=2",
      {
        method: "POST",
        headers: { origin: "http://authkit.test", authorization: `Bearer ${open.ticket}` },
      },
    ],
  },
];
