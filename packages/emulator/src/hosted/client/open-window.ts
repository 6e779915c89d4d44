/** Opens the window for the provider, in the middle of the screen; `null` when it is blocked. */
export function openWindow(): Window | null {
  const width = 500;
  const height = 800;
  const left = Math.max(0, Math.round(screen.availWidth - width) / 2);
  const top = Math.max(0, Math.round(screen.availHeight - height) / 2);
  return window.open(
    "about:blank",
    "_blank",
    `popup,width=${width},height=${height},left=${left},top=${top}`,
  );
}
