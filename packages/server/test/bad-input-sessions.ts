import { type BadInput, post, unknownId } from "./bad-input-world.ts";

/** What a route of sessions may be sent. */
export const badSessionRequests: BadInput[] = [
  // Sessions.
  ...[
    [],
    null,
    "gmail",
    7,
    { platform: 7 },
    { platform: "" },
    { platform: "a\u0000b" },
    { user_id: "u_ben" },
    { identityType: "admin" },
    { reconnectId: "1" },
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
    what: "a session that reconnects somebody else's connection",
    code: "not_found",
    request: ({ ann, theirs }) => ["/sessions", post(ann, { reconnectId: theirs.id })],
  },
  {
    what: "a session that reconnects a connection as another platform",
    code: "connection_conflict",
    request: ({ ann, mine }) => [
      "/sessions",
      post(ann, { reconnectId: mine.id, platform: "slack" }),
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
];
