import { type BadInput, unknownId } from "./bad-input-world.ts";

const evil = "https://evil.example";

/** What any route may be sent. */
export const badRequests: BadInput[] = [
  // What any route may be sent.
  {
    what: "an unknown address",
    code: "route_not_found",
    request: ({ ann }) => ["/nothing", { as: ann }],
  },
  {
    what: "an address above the base path",
    code: "route_not_found",
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
      ["DELETE", `/connection-requests/${unknownId}`],
      ["GET", `/connection-requests/${unknownId}/continue`],
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
      ["GET", `/connection-requests/${unknownId}`],
      ["POST", `/connections/${unknownId}/actions/send`],
      ["POST", `/connection-requests/${unknownId}`],
      ["POST", `/connection-requests/${unknownId}/continue`],
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
      ["POST", `/connection-requests/${unknownId}`],
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
    {
      what: `9 kB whose content-length says 2: ${method} ${path}`,
      code: "body_too_large",
      request: ({ ann }) => [
        path,
        {
          method,
          as: ann,
          body: { name: "x".repeat(9_000) },
          headers: { "content-length": "2" },
        },
      ],
    },
  ]),
];
