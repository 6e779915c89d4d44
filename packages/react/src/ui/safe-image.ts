/**
 * The address of an image, if it may be shown: `https:`, `data:`, or `http:` on this very
 * machine, where an emulated Pica runs.
 */
export function safeImage(image: string | null | undefined): string | null {
  if (!image) return null;
  return /^(data:image\/|https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/i.test(image)
    ? image
    : null;
}
