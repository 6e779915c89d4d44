import type { FaultRequest } from "../control/fault.ts";

/** The faults that the status page has a button for; each applies once unless its label says more. */
export const faultPresets: readonly { label: string; fault: FaultRequest }[] = [
  { label: "Slow answer (5 s)", fault: { kind: "delay", milliseconds: 5000, times: 1 } },
  { label: "401 Unauthorized", fault: { kind: "status", status: 401, times: 1 } },
  { label: "402 Quota exceeded", fault: { kind: "status", status: 402, times: 1 } },
  { label: "403 Forbidden", fault: { kind: "status", status: 403, times: 1 } },
  { label: "429 Rate limit", fault: { kind: "status", status: 429, times: 1 } },
  { label: "500 Server error", fault: { kind: "status", status: 500, times: 1 } },
  { label: "503 Unavailable, until cleared", fault: { kind: "status", status: 503 } },
  { label: "HTML instead of JSON", fault: { kind: "html", times: 1 } },
  { label: "Dropped connection", fault: { kind: "dropped_socket", times: 1 } },
  { label: "Malformed rows", fault: { kind: "malformed_rows", count: 3, times: 1 } },
  { label: "Repeated pages", fault: { kind: "duplicate_pages" } },
  { label: "Wrong page count", fault: { kind: "lying_pages", pages: 9, times: 1 } },
  { label: "Framing blocked", fault: { kind: "blocked_framing", times: 1 } },
  { label: "Provider refuses", fault: { kind: "provider_error", times: 1 } },
  { label: "Success three times", fault: { kind: "repeated_message", times: 1 } },
  { label: "Early error message", fault: { kind: "early_message", times: 1 } },
  { label: "Late success (5 s)", fault: { kind: "late_message", milliseconds: 5000, times: 1 } },
  { label: "Forged success", fault: { kind: "forged_message", times: 1 } },
];
