/** Who is signed in to Halyard, as the token server's stand-in login tells it. */
export interface Viewer {
  id: string;
  name: string;
  team: string;
}

/** The people that can sign in to the demo, in the order of the switch. */
export const people = [
  { login: "ann", name: "Ann Okafor" },
  { login: "ben", name: "Ben Marsh" },
] as const;

export type Login = (typeof people)[number]["login"];

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init);
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}. Is the token server running?`);
  }
  return response;
}

/** Signs a person in and answers who that is. */
export async function signIn(login: Login): Promise<Viewer> {
  const response = await ask("/demo/login", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user: login }),
  });
  return (await response.json()) as Viewer;
}

/** Who is signed in; signs Ann in when nobody is, so that the demo opens on its page. */
export async function currentViewer(): Promise<Viewer> {
  const response = await ask("/demo/me");
  return ((await response.json()) as Viewer | null) ?? signIn("ann");
}
