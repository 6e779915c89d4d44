import { type CreateSessionResponse, defaultBasePath, routes } from "@authkit-ui/contract";
import { cookieOf } from "./viewer.ts";

/** Requests that one ticket is good for; the server refuses the next. */
const uses = 20;

/**
 * Begins as many connect sessions as `requests` need, and says which ticket the next one sends.
 *
 * @throws Error when a session is refused.
 */
export async function prepareTickets(
  origin: string,
  user: string,
  requests: number,
): Promise<(count: number) => string> {
  const tickets: string[] = [];
  while (tickets.length * uses < requests) {
    const response = await fetch(`${origin}${defaultBasePath}${routes.sessions}`, {
      method: "POST",
      headers: { cookie: cookieOf(user), origin, "content-type": "application/json" },
      body: "{}",
    });
    if (!response.ok) throw new Error(`No session: ${response.status} ${await response.text()}`);
    tickets.push(((await response.json()) as CreateSessionResponse).ticket);
  }
  return (count) => {
    const ticket = tickets[Math.floor(count / uses)];
    if (ticket === undefined) throw new Error(`${tickets.length} tickets were too few.`);
    return ticket;
  };
}
