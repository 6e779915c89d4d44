import { createEmulator, type Emulator, type EmulatorOptions } from "../src/index.ts";

/** An emulator of its own for a test, never on a port. */
export const emulatorFor = (options: Partial<EmulatorOptions> = {}): Emulator =>
  createEmulator({ origin: "http://pica.test", ...options });

export interface Question {
  method?: string;
  secret?: string | null;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Answer<Body> {
  status: number;
  headers: Headers;
  /** The parsed JSON, or the text where it is none. */
  body: Body;
}

// biome-ignore lint/suspicious/noExplicitAny: each test asserts the shape of the answer that it reads.
type Anything = any;

/** Asks an emulator's API in-process, with a valid test key unless another is given. */
export async function ask<Body = Anything>(
  emulator: Emulator,
  path: string,
  { method = "GET", secret = "sk_test_local", headers = {}, body }: Question = {},
): Promise<Answer<Body>> {
  const answer = await emulator.fetch(
    new Request(emulator.origin + path, {
      method,
      headers: { ...(secret === null ? {} : { "x-pica-secret": secret }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: parse(text) };
}

function parse(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
