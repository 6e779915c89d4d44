/** Seconds, when Pica says nothing: its window is a minute. */
const unsaid = 60;
const longest = 3600;

/**
 * Seconds to wait after a 429: `Retry-After` (seconds or a date, RFC 9110), else Pica's own
 * `x-pica-rate-limit-reset` (seconds).
 */
export function retryAfterOf(headers: Headers, now: number): number {
  const candidates = [headers.get("retry-after"), headers.get("x-pica-rate-limit-reset")];
  for (const value of candidates) {
    if (!value) continue;
    const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
    if (Number.isFinite(seconds)) return Math.min(Math.max(Math.ceil(seconds), 1), longest);
  }
  return unsaid;
}
