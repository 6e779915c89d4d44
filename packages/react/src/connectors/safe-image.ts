/**
 * The address of a catalog image, if a browser may be sent there: `https:`, or `http:` on this very
 * machine, where an emulated Pica runs.
 */
export function safeImage(image: string | null | undefined): string | null {
  if (!image) return null;
  return /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/i.test(image) ? image : null;
}
