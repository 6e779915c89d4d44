import { problemContentType, problemStatuses } from "@authkit-ui/contract";
import { describe, expect, it } from "vitest";
import { type CallOptions, createHarness, type Harness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

const store = await openTestStore();
const evil = "https://evil.example";
const unknownId = "00000000-0000-4000-8000-000000000000";

/** One person's world, and a stranger's things in it. */
async function setUp() {
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

type World = Awaited<ReturnType<typeof setUp>>;

interface BadInput {
  what: string;
  code: keyof typeof problemStatuses;
  request(world: World): [path: string, options: CallOptions];
}

const post = (as: Harness["ann"] | null, body: unknown, rest: CallOptions = {}): CallOptions => ({
  method: "POST",
  as,
  body,
  ...rest,
});

const every: BadInput[] = [
  // What any route may be sent.
  {
    what: "an unknown address",
    code: "not_found",
    request: ({ ann }) => ["/nothing", { as: ann }],
  },
  {
    what: "an address above the base path",
    code: "not_found",
    request: ({ ann }) => ["/../admin", { as: ann }],
  },
  ...(
    [
      ["GET", "/sessions"],
      ["PUT", "/sessions/x"],
      ["GET", "/token"],
      ["DELETE", "/token"],
      ["POST", "/connectors"],
      ["PUT", "/connections"],
      ["POST", "/connections/x"],
      ["GET", "/connections/x/actions/y"],
      ["POST", "/health"],
    ] as const
  ).map(
    ([method, path]): BadInput => ({
      what: `${method} where it is not taken: ${path}`,
      code: "method_not_allowed",
      request: ({ ann }) => [path, { method, as: ann }],
    }),
  ),
  // Nobody signed in, whatever the browser says it is.
  ...(
    [
      ["POST", "/sessions"],
      ["GET", `/sessions/${unknownId}`],
      ["DELETE", `/sessions/${unknownId}`],
      ["GET", "/connectors"],
      ["GET", "/connections"],
      ["POST", "/connections"],
      ["PATCH", `/connections/${unknownId}`],
      ["DELETE", `/connections/${unknownId}`],
      ["POST", `/connections/${unknownId}/actions/send`],
    ] as const
  ).flatMap(([method, path]): BadInput[] => [
    {
      what: `a forged x-user-id instead of a login: ${method} ${path}`,
      code: "unauthorized",
      request: ({ ann }) => [
        path,
        {
          method,
          headers: {
            "x-user-id": ann.user,
            "x-user": ann.user,
            authorization: `Bearer ${ann.user}`,
          },
        },
      ],
    },
    {
      what: `a page of another origin: ${method} ${path}`,
      code: "origin_not_allowed",
      request: ({ ann }) => [path, { method, as: ann, headers: { origin: evil } }],
    },
    {
      what: `a sandboxed page: ${method} ${path}`,
      code: "origin_not_allowed",
      request: ({ ann }) => [path, { method, as: ann, headers: { origin: "null" } }],
    },
  ]),
  {
    what: "a cross-site request that hides its origin",
    code: "origin_not_allowed",
    request: ({ ann }) => [
      "/connections",
      { as: ann, headers: { "sec-fetch-site": "cross-site" } },
    ],
  },
  {
    what: "AuthKit's own page at a route that is not for it",
    code: "origin_not_allowed",
    request: ({ ann }) => ["/connections", { as: ann, headers: { origin: "http://authkit.test" } }],
  },
  // Bodies.
  ...(
    [
      ["POST", "/sessions"],
      ["POST", "/connections"],
      ["PATCH", `/connections/${unknownId}`],
      ["POST", `/connections/${unknownId}/actions/send`],
    ] as const
  ).flatMap(([method, path]): BadInput[] => [
    {
      what: `broken JSON: ${method} ${path}`,
      code: "invalid_request",
      request: ({ ann }) => [path, { method, as: ann, body: '{"a":' }],
    },
    {
      what: `a form: ${method} ${path}`,
      code: "unsupported_media_type",
      request: ({ ann }) => [
        path,
        {
          method,
          as: ann,
          body: "a=b",
          headers: { "content-type": "application/x-www-form-urlencoded" },
        },
      ],
    },
    {
      what: `JSON that calls itself text: ${method} ${path}`,
      code: "unsupported_media_type",
      request: ({ ann }) => [
        path,
        { method, as: ann, body: "{}", headers: { "content-type": "text/plain" } },
      ],
    },
    {
      what: `nothing at all: ${method} ${path}`,
      code: "unsupported_media_type",
      request: ({ ann }) => [path, { method, as: ann }],
    },
    {
      what: `9 kB: ${method} ${path}`,
      code: "body_too_large",
      request: ({ ann }) => [path, { method, as: ann, body: { name: "x".repeat(9_000) } }],
    },
    {
      what: `9 kB that claim to be fewer: ${method} ${path}`,
      code: "body_too_large",
      request: ({ ann }) => [
        path,
        {
          method,
          as: ann,
          body: { name: "x".repeat(9_000) },
          headers: { "transfer-encoding": "chunked" },
        },
      ],
    },
  ]),
  // Sessions.
  ...[
    [],
    null,
    "gmail",
    7,
    { platform: 7 },
    { platform: "" },
    { user_id: "u_ben" },
    { identityType: "admin" },
    { reconnects: "1" },
  ].map(
    (body): BadInput => ({
      what: `POST /sessions with ${JSON.stringify(body)}`,
      code: "invalid_request",
      request: ({ ann }) => ["/sessions", post(ann, body)],
    }),
  ),
  {
    what: "a session of a type of identity that the viewer lacks",
    code: "identity_type_unavailable",
    request: ({ ann }) => ["/sessions", post(ann, { identityType: "organization" })],
  },
  {
    what: "a session for a platform outside the allow list",
    code: "platform_not_enabled",
    request: ({ ann }) => ["/sessions", post(ann, { platform: "hub-spot" })],
  },
  {
    what: "a session that renews somebody else's connection",
    code: "not_found",
    request: ({ ann, theirs }) => ["/sessions", post(ann, { reconnects: theirs.id })],
  },
  {
    what: "a session that renews a connection as another platform",
    code: "connection_conflict",
    request: ({ ann, mine }) => [
      "/sessions",
      post(ann, { reconnects: mine.id, platform: "slack" }),
    ],
  },
  ...(["GET", "DELETE"] as const).flatMap((method): BadInput[] => [
    {
      what: `${method} of somebody else's session`,
      code: "not_found",
      request: ({ ann, theirSession }) => [`/sessions/${theirSession.id}`, { method, as: ann }],
    },
    {
      what: `${method} of a session that never was`,
      code: "not_found",
      request: ({ ann }) => [`/sessions/${unknownId}`, { method, as: ann }],
    },
    {
      what: `${method} of a session by something that is no id`,
      code: "not_found",
      request: ({ ann }) => ["/sessions/%27%20or%201=1", { method, as: ann }],
    },
  ]),
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
  ...[ownOriginName(), evil, "http://authkit.test.evil.example", "null", undefined].map(
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
  // Lists.
  {
    what: "a list of an unknown type of identity",
    code: "invalid_request",
    request: ({ ann }) => ["/connections?identityType=admin", { as: ann }],
  },
  {
    what: "a list of a type of identity that the viewer lacks",
    code: "identity_type_unavailable",
    request: ({ ann }) => ["/connections?identityType=project", { as: ann }],
  },
  // Saves.
  ...[
    {},
    { key: "test::gmail::default::x" },
    { key: 7, sessionId: unknownId },
    { key: "gmail", sessionId: unknownId },
    { key: "test::gmail::default::x,test::gmail::default::y", sessionId: unknownId },
    { key: `test::${"x".repeat(600)}`, sessionId: unknownId },
    { key: "test::gmail::default::x", sessionId: "1" },
    { key: "test::gmail::default::x", sessionId: unknownId, user_id: "u_ben" },
    { key: { $ne: "" }, sessionId: unknownId },
  ].map(
    (body): BadInput => ({
      what: `POST /connections with ${JSON.stringify(body).slice(0, 70)}`,
      code: "invalid_request",
      request: ({ ann }) => ["/connections", post(ann, body)],
    }),
  ),
  {
    what: "a save in a session that never was",
    code: "not_found",
    request: ({ ann, mine }) => [
      "/connections",
      post(ann, { key: mine.key, sessionId: unknownId }),
    ],
  },
  {
    what: "a save in somebody else's session",
    code: "not_found",
    request: ({ ann, mine, theirSession }) => [
      "/connections",
      post(ann, { key: mine.key, sessionId: theirSession.id }),
    ],
  },
  {
    what: "a save in a session that has ended",
    code: "session_ended",
    request: ({ ann, mine, ended }) => [
      "/connections",
      post(ann, { key: mine.key, sessionId: ended.id }),
    ],
  },
  {
    what: "a save of somebody else's key",
    code: "not_found",
    request: ({ ann, open, theirKey }) => [
      "/connections",
      post(ann, { key: theirKey, sessionId: open.id }),
    ],
  },
  {
    what: "a save of a key that Pica does not know",
    code: "not_found",
    request: ({ ann, open }) => [
      "/connections",
      post(ann, { key: "test::gmail::default::nothing", sessionId: open.id }),
    ],
  },
  {
    what: "a save of a key of the other environment",
    code: "not_found",
    request: ({ ann, open, liveKey }) => [
      "/connections",
      post(ann, { key: liveKey, sessionId: open.id }),
    ],
  },
  {
    what: "a save of another platform than the session's",
    code: "connection_conflict",
    request: ({ ann, open, slackKey }) => [
      "/connections",
      post(ann, { key: slackKey, sessionId: open.id }),
    ],
  },
  // Changes.
  ...[{}, { name: 7 }, { name: "x".repeat(101) }, { name: "x", state: "operational" }].map(
    (body): BadInput => ({
      what: `PATCH with ${JSON.stringify(body).slice(0, 60)}`,
      code: "invalid_request",
      request: ({ ann, mine }) => [`/connections/${mine.id}`, { method: "PATCH", as: ann, body }],
    }),
  ),
  ...(
    [
      ["PATCH", "", { name: "Mine" }],
      ["DELETE", "", undefined],
      ["POST", "/actions/send", {}],
    ] as const
  ).flatMap(([method, rest, body]): BadInput[] => [
    {
      what: `${method} of somebody else's connection`,
      code: "not_found",
      request: ({ ann, theirs }) => [`/connections/${theirs.id}${rest}`, { method, as: ann, body }],
    },
    {
      what: `${method} of a connection that never was`,
      code: "not_found",
      request: ({ ann }) => [`/connections/${unknownId}${rest}`, { method, as: ann, body }],
    },
    {
      what: `${method} of a connection by its key`,
      code: "not_found",
      request: ({ ann, mine }) => [
        `/connections/${encodeURIComponent(mine.key)}${rest}`,
        { method, as: ann, body },
      ],
    },
  ]),
  {
    what: "an action that nobody registered",
    code: "not_found",
    request: ({ ann, mine }) => [`/connections/${mine.id}/actions/constructor`, post(ann, {})],
  },
];

function ownOriginName() {
  return "http://product.test";
}

describe("bad input", () => {
  it.each(every)("$what → $code, and nothing changes", async ({ code, request }) => {
    const world = await setUp();
    const { ann, ben, emulator } = world;
    const state = async () => ({
      vault: emulator.control.connections(),
      ann: (await world.list(ann)).connections,
      ben: (await world.list(ben)).connections,
    });
    const before = await state();

    const [path, options] = request(world);
    const response = await world.call(path, options);
    const problem = await response.json();

    expect(problem).toMatchObject({ type: "about:blank", code, status: problemStatuses[code] });
    expect(response.status).toBe(problemStatuses[code]);
    expect(response.headers.get("content-type")).toBe(problemContentType);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(problem.requestId).toBe(response.headers.get("x-request-id"));
    expect(problem.detail.length).toBeGreaterThan(20);
    expect(JSON.stringify(problem)).not.toMatch(/sk_|::|eyJ|u_ben|u_ann/);
    expect(await state()).toEqual(before);
  });
});
