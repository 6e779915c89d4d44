/** Seconds, when the response does not say: Pica's window is a minute. */
const defaultRetryAfter = 60;
const maxRetryAfter = 3600;

/**
 * Seconds to wait after a 429: `Retry-After` (seconds or a date, RFC 9110), else Pica's own
 * `x-pica-rate-limit-reset` (seconds).
 */
export function parseRetryAfter(headers: Headers, now: number): number {
  const candidates = [headers.get("retry-after"), headers.get("x-pica-rate-limit-reset")];
  for (const value of candidates) {
    if (!value) continue;
    const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
    if (Number.isFinite(seconds)) return Math.min(Math.max(Math.ceil(seconds), 1), maxRetryAfter);
  }
  return defaultRetryAfter;
}
