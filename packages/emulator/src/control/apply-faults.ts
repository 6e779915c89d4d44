import { PicaError, picaErrorBody } from "../api/pica-error.ts";
import { rateLimitHeaders } from "../api/rate-limit.ts";
import type { EmulatorState } from "../emulator-state.ts";
import type { FaultKind } from "./fault.ts";
import type { FaultTarget } from "./faults.ts";

/** The connection broke: what `fetch` throws when a server goes away. */
export class DroppedSocketError extends TypeError {
  override name = "DroppedSocketError";

  constructor() {
    super("The emulator dropped the connection, as a fault asked it to.");
  }
}

const htmlPage =
  "<!doctype html><html><head><title>Error</title></head><body><h1>Error</h1></body></html>";

/** The answer of a fault that replaces the real one, if such a fault applies. */
export function faultyAnswer(
  { faults, options }: EmulatorState,
  target: FaultTarget,
): Response | undefined {
  if (faults.consume("dropped_socket", target)) throw new DroppedSocketError();
  const html = faults.consume("html", target);
  if (html) {
    const headers = { "content-type": "text/html; charset=utf-8" };
    return new Response(htmlPage, { status: html.status, headers });
  }
  const failure = faults.consume("status", target);
  if (!failure) return undefined;
  const correlationId = crypto.randomUUID();
  const { status, message } = failure;
  return Response.json(picaErrorBody(new PicaError(status, message), correlationId), {
    status,
    headers: {
      "x-one-correlation-id": correlationId,
      "x-request-id": correlationId,
      ...(status === 429 && options.generation === "pica" ? rateLimitHeaders(500, 0) : {}),
    },
  });
}

/** The address to answer for: with a `duplicate_pages` fault, that of the first page. */
export function faultyRequest(
  { faults }: EmulatorState,
  request: Request,
  target: FaultTarget,
): Request {
  const address = new URL(request.url);
  if (Number(address.searchParams.get("page") ?? 1) < 2) return request;
  if (!faults.consume("duplicate_pages", target)) return request;
  address.searchParams.set("page", "1");
  return new Request(address, request);
}

const listFaults: readonly FaultKind[] = ["malformed_rows", "lying_pages"];

interface ListBody {
  rows: unknown[];
  pages?: unknown;
}

/** Applies the active faults to a list's answer; leaves any other answer as it is. */
export async function faultyList({ faults }: EmulatorState, answer: Response, target: FaultTarget) {
  // Checked first, because parsing every answer again would cost more than making it.
  const hasListFault = faults.list().some(({ kind }) => listFaults.includes(kind));
  if (!hasListFault || !answer.headers.get("content-type")?.includes("json")) return answer;
  const body: unknown = await answer.clone().json();
  if (!isList(body)) return answer;
  const malformed = faults.consume("malformed_rows", target);
  const lying = faults.consume("lying_pages", target);
  if (!malformed && !lying) return answer;
  const rows = body.rows.map((row, index) =>
    index < (malformed?.count ?? 0) ? malform(row) : row,
  );
  const changed = { ...body, rows, ...(lying ? { pages: lying.pages } : {}) };
  return new Response(JSON.stringify(changed), answer);
}

const isList = (body: unknown): body is ListBody =>
  typeof body === "object" && body !== null && "rows" in body && Array.isArray(body.rows);

/** A row of which every text has become a number, and which has lost what names it. */
function malform(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return null;
  const entries = Object.entries(row).filter(([name]) => name !== "platform" && name !== "title");
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === "string" ? value.length : value]),
  );
}
