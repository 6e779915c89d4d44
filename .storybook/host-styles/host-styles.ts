/** What a host may bring along, loaded when it is chosen. */
const sheets = {
  bare: async () => "",
  "bootstrap-5": async () => (await import("bootstrap/dist/css/bootstrap.min.css?inline")).default,
  "tailwind-3": async () => (await import("virtual:tailwind-3")).default,
  "tailwind-4": async () => (await import("./tailwind-4.css?inline")).default,
} satisfies Record<string, () => Promise<string>>;

export type HostStyles = keyof typeof sheets;

let element: HTMLStyleElement | undefined;

/** Puts the page into the hands of a host's stylesheet, before all others, as a host would load it. */
export async function applyHostStyles(name: HostStyles): Promise<void> {
  const css = await sheets[name]();
  element ??= document.createElement("style");
  element.dataset.host = name;
  element.textContent = css;
  document.head.prepend(element);
}
