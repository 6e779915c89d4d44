import type { z } from "zod";
import { ProblemError } from "../problem-error.ts";

/** Bytes; the longest honest body is a connection key and a UUID. */
export const largestBody = 8 * 1024;

/** Names the fields at fault without repeating what was in them. */
function complaint(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue?.path.join(".");
  return path ? `"${path}" is missing or not what is expected there.` : "It has the wrong shape.";
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
  let body: unknown;
  try {
    body = await request.json();
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
