import { describe, expect, it } from "vitest";
import { authKitOrigin, cookieOf, createHarness, ownOrigin } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

const store = await openTestStore();

/** Every call of the wire, with the status that shows that its route has answered it. */
const calls = [
  ["POST", "/sessions", 201],
  ["GET", "/sessions/:session", 200],
  ["GET", "/connectors", 200],
  ["GET", "/connections", 200],
  ["GET", "/connections?identityType=team&refresh=true", 200],
  ["PATCH", "/connections/:connection", 200],
  ["POST", "/connections/:connection/actions/unknown", 404],
  ["POST", "/token", 200],
  ["POST", "/token?page=1&limit=2", 200],
  ["OPTIONS", "/token", 204],
  ["GET", "/health", 200],
  ["PUT", "/connections", 405],
  ["DELETE", "/connections/:connection", 204],
  ["DELETE", "/sessions/:session", 204],
] as const;

const codes: Partial<Record<number, string>> = { 404: "not_found", 405: "method_not_allowed" };

/** How a host or a proxy may have rewritten the address of a path below `/api/connect`. */
const rewritings: [what: string, rewrite: (path: string) => string][] = [
  ["as the kit wrote it", (path) => `/api/connect${path}`],
  ["with a slash at its end", (path) => `/api/connect${path}/`],
  ["with two slashes at its end", (path) => `/api/connect${path}//`],
  ["with a locale in front", (path) => `/en/api/connect${path}`],
  ["with a base path in front", (path) => `/app/v2/api/connect${path}/`],
  ["with doubled slashes", (path) => `//api//connect/${path.replaceAll("/", "//")}`],
  [
    "with encoded characters",
    (path) =>
      `/api/connect${path.replace(/[a-z](?=[\w-]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}`,
  ],
  ["with dot segments", (path) => `/api/./x/../connect${path}`],
];

describe("an address", () => {
  it.each(rewritings)("is answered on every route %s", async (_what, rewrite) => {
    const { ann, connect, session, connectAccount } = createHarness({ store });
    const { id, ticket } = await session(ann);
    const connection = await connectAccount(ann, "gmail");
    const answers: unknown[] = [];
    for (const [method, route] of calls) {
      const [path = "", query] = route
        .replace(":session", id)
        .replace(":connection", connection.id)
        .split("?");
      const isToken = path === "/token";
      const address = `${ownOrigin}${rewrite(path)}${query ? `?${query}` : ""}`;
      const answer = await connect.handler(
        new Request(address, {
          method,
          headers: {
            cookie: cookieOf(ann),
            origin: isToken ? authKitOrigin : ownOrigin,
            "content-type": "application/json",
            ...(isToken && { authorization: `Bearer ${ticket}` }),
            ...(method === "OPTIONS" && { "access-control-request-method": "POST" }),
          },
          ...(!["GET", "OPTIONS"].includes(method) && {
            body: method === "PATCH" ? '{"name":"Work"}' : "{}",
          }),
        }),
      );
      if (isToken) {
        expect(answer.headers.get("access-control-allow-origin")).toBe(authKitOrigin);
      }
      const { code } = answer.status >= 400 ? await answer.json() : { code: undefined };
      answers.push([method, route, answer.status, code]);
    }
    expect(answers).toEqual(
      calls.map(([method, route, status]) => [method, route, status, codes[status]]),
    );
  });

  it.each([
    "/api/connections",
    "/api/connectors",
    "/api/connect",
    "/api/connect/nothing/",
    "/sessions",
    "/api/connect%2Fsessions",
    "/api/connectx/sessions",
    "/xapi/connect/sessions",
  ])("that is no route is answered with the base path that it should have: %s", async (path) => {
    const { connect } = createHarness({ store });
    const answer = await connect.handler(new Request(ownOrigin + path, { method: "POST" }));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      code: "route_not_found",
      detail: expect.stringContaining('"/api/connect"'),
    });
  });
});

describe("a base path", () => {
  it.each([
    ["/api/connect", "/api/connect/health"],
    ["/api/connect/", "/api/connect/health/"],
    ["api/connect", "/api/connect/health"],
    ["//api/connect//", "/api/connect/health"],
    ["/connect", "/connect/health"],
    ["/", "/health"],
    ["//", "/health/"],
  ])("may be written %j", async (basePath, path) => {
    const { connect } = createHarness({ store, basePath });
    expect((await connect.handler(new Request(ownOrigin + path))).status).toBe(200);
  });
});
