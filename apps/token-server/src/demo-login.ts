import type { Viewer } from "@authkit-ui/server";
import { Hono, type MiddlewareHandler } from "hono";
import { deleteCookie, setSignedCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { parseSigned } from "hono/utils/cookie";

/** The people who can sign in, and what the product knows of them. */
const people = {
  ann: { id: "u_ann", name: "Ann Okafor", team: "Marlow Finch" },
  ben: { id: "u_ben", name: "Ben Marsh", team: "Marlow Finch" },
} as const;
const teamId = "t_marlow";

type Login = keyof typeof people;

const cookieName = "demo_login";
const isLogin = (value: unknown): value is Login =>
  typeof value === "string" && Object.hasOwn(people, value);

/**
 * A stand-in for the product's own login: whoever asks is signed in, without a password. Replace
 * this file, and nothing else, by what your product has.
 */
export function createDemoLogin(secret: string) {
  const loginOf = async (cookies: string | null): Promise<Login | null> => {
    const { [cookieName]: login } = await parseSigned(cookies ?? "", secret, cookieName);
    return isLogin(login) ? login : null;
  };

  const routes = new Hono();
  routes.use(csrf());
  routes.post("/login", async (context) => {
    // A form on a foreign page cannot send JSON, and a script there cannot without a preflight.
    const isJson = context.req.header("content-type")?.startsWith("application/json");
    const body: unknown = isJson ? await context.req.json().catch(() => null) : null;
    const login = typeof body === "object" && body !== null && "user" in body ? body.user : null;
    if (!isLogin(login))
      return context.json({ error: 'Send { "user": "ann" } or "ben" as JSON.' }, 400);
    await setSignedCookie(context, cookieName, login, secret, {
      httpOnly: true,
      sameSite: "Lax",
      secure: new URL(context.req.url).protocol === "https:",
      path: "/",
    });
    return context.json(people[login]);
  });
  routes.get("/me", async (context) => {
    const login = await loginOf(context.req.header("cookie") ?? null);
    // Nobody is an answer too: a browser writes every 401 into its console.
    return context.json(login && people[login]);
  });
  routes.post("/logout", (context) => {
    deleteCookie(context, cookieName, { path: "/" });
    return context.body(null, 204);
  });

  const requireLogin: MiddlewareHandler = async (context, next) => {
    const login = await loginOf(context.req.header("cookie") ?? null);
    return login ? next() : context.json({ error: "Sign in first." }, 401);
  };

  return {
    routes,
    /** Refuses whoever is not signed in. */
    requireLogin,
    /** What `createConnectServer` asks for: who is signed in, in the product's own words. */
    authenticate: async (request: Request): Promise<Viewer | null> => {
      const login = await loginOf(request.headers.get("cookie"));
      return login && { user: people[login].id, team: teamId };
    },
    /** What colleagues call somebody. */
    nameOf: (id: string | null | undefined) =>
      Object.values(people).find((person) => person.id === id)?.name,
  };
}
