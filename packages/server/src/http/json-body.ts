import type { z } from "zod";
import { ProblemError } from "../errors/problem-error.ts";
import { readText } from "../text/read-text.ts";
import { quote } from "./csrf.ts";

/** The longest legitimate body is a connection key and a UUID. */
const maxBodyBytes = 8 * 1024;

/** Names the field at fault without repeating its value. */
function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys")
    return `${quote(issue.keys[0] ?? "")} is not known here.`;
  const path = issue?.path.join(".");
  return path ? `"${path}" is missing or not what is expected there.` : "It has the wrong shape.";
}

const tooLarge = () =>
  new ProblemError("body_too_large", { detail: `The body is larger than ${maxBodyBytes} bytes.` });

/**
 * The request's JSON, validated. The content type is required because a form on a foreign page can
 * send anything else without a preflight. Hono's body limit is not used: it believes a
 * `content-length` that says less than the body has.
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
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > maxBodyBytes) throw tooLarge();
  const text = await readText(request.body, { bytes: maxBodyBytes });
  if (text === null) throw tooLarge();
  if (text === "" && length > 0) {
    throw new ProblemError("invalid_request", {
      detail:
        "Something read the body before the handler. Mount the handler before the code that reads " +
        "request bodies.",
    });
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ProblemError("invalid_request", { detail: "The body is not valid JSON." });
  }
  return validate(body, schema, "body");
}

/** The validated value. Throws `invalid_request`, naming `what` was wrong. */
export function validate<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  what: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ProblemError("invalid_request", {
    detail: `The ${what} was not understood. ${describeIssue(parsed.error)}`,
  });
}
