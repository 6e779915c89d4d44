/** The views of the page; one is shown at a time. */
export type View = "loading" | "list" | "connector" | "waiting" | "connected" | "problem";

const find = <Type extends HTMLElement>(selector: string): Type => {
  const element = document.querySelector<Type>(selector);
  if (!element) throw new Error(`The hosted page has no ${selector}.`);
  return element;
};

/** Finds the element that is marked `data-part`. */
export const part = <Type extends HTMLElement>(name: string): Type =>
  find<Type>(`[data-part="${name}"]`);

/** Copies the one element of a template. */
export function copyTemplate(id: string): HTMLElement {
  const content = find<HTMLTemplateElement>(`#${id}`).content.cloneNode(true);
  const element = content instanceof DocumentFragment ? content.firstElementChild : null;
  if (!(element instanceof HTMLElement)) throw new Error(`#${id} is empty.`);
  return element;
}

/** Shows a view, and moves the focus into it when `focus` is set. */
export function showView(view: View, { focus = false } = {}): void {
  for (const section of document.querySelectorAll<HTMLElement>("[data-view]")) {
    section.hidden = section.dataset.view !== view;
  }
  document.documentElement.dataset.shown = view;
  if (focus) find(`[data-view="${view}"] [data-focus]`).focus();
}

/** Announces a text to screen readers. */
export function announce(text: string): void {
  part("announcer").textContent = text;
}

/** Shows a logo; hides it when there is none or it does not load. */
export function setLogo(image: HTMLImageElement, address: string | undefined): void {
  image.onerror = () => {
    image.hidden = true;
  };
  image.hidden = !address;
  if (address) image.src = address;
}
