import type { z } from "zod";
import { ProblemError } from "../errors/problem-error.ts";

/** Bytes; the longest honest body is a connection key and a UUID. */
const largestBody = 8 * 1024;

/** Names the fields at fault without repeating what was in them. */
function complaint(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue?.path.join(".");
  return path ? `"${path}" is missing or not what is expected there.` : "It has the wrong shape.";
}

const tooLarge = () =>
  new ProblemError("body_too_large", { detail: `The body is larger than ${largestBody} bytes.` });

/** Counted while it is read: what a header says of its length may be wrong or missing. */
async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > largestBody) throw tooLarge();
  const reader = request.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) return text + decoder.decode();
    size += value.byteLength;
    if (size > largestBody) {
      await reader?.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * The request's JSON, checked. The content type is demanded because a form on a foreign page can
 * send anything but that without the browser asking first.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ProblemError("unsupported_media_type", {
      detail: 'The body must be JSON, sent with "content-type: application/json".',
    });
  }
  const text = await readText(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ProblemError("invalid_request", { detail: "The body is not valid JSON." });
  }
  return check(body, schema, "body");
}

/** A checked value of the request's, or `invalid_request`. */
export function check<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  what: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ProblemError("invalid_request", {
    detail: `The ${what} was not understood. ${complaint(parsed.error)}`,
  });
}
