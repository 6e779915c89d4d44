import { type BadInput, post, unknownId } from "./bad-input-world.ts";

/** What a route of connections may be sent. */
export const badConnectionRequests: BadInput[] = [
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
    { key: "test::gmail::default::\u0000", sessionId: unknownId },
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
  ...[
    {},
    { name: 7 },
    { name: "x".repeat(101) },
    { name: "a\u0000b" },
    { name: "a\ud83d" },
    { name: "x", state: "operational" },
  ].map(
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
  // Answers to connection requests.
  ...[
    {},
    { connectionId: "1" },
    { connectionId: null },
    { declined: false },
    { declined: true, connectionId: unknownId },
    { connectionId: unknownId, status: "connected" },
    [],
  ].map(
    (body): BadInput => ({
      what: `POST /connection-requests/:id with ${JSON.stringify(body)}`,
      code: "invalid_request",
      request: ({ ann }) => [`/connection-requests/${unknownId}`, post(ann, body)],
    }),
  ),
  ...[unknownId, "1", "%00"].flatMap((id): BadInput[] => [
    {
      what: `a connection request that never was: ${id}`,
      code: "not_found",
      request: ({ ann }) => [`/connection-requests/${id}`, { as: ann }],
    },
    {
      what: `an answer to a connection request that never was: ${id}`,
      code: "not_found",
      request: ({ ann }) => [`/connection-requests/${id}`, post(ann, { declined: true })],
    },
    {
      what: `a call to continue that never was: ${id}`,
      code: "not_found",
      request: ({ ann }) => [`/connection-requests/${id}/continue`, { method: "POST", as: ann }],
    },
  ]),
];
