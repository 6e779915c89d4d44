/** The views of the page; one is shown at a time. */
export type View = "loading" | "list" | "connector" | "waiting" | "connected" | "problem";

/** The page's document, by names instead of selectors. */
export interface Screen {
  /** The element that is marked `data-part`. */
  part<Type extends HTMLElement>(name: string): Type;
  /** A copy of the template's one element. */
  copy(template: string): HTMLElement;
  /** Shows a view; with `focus`, a person led there and goes on from there. */
  show(view: View, options?: { focus: boolean }): void;
  /** Says something to people who do not see the page. */
  announce(text: string): void;
  /** Shows the logo, or nothing while it cannot be had. */
  logo(image: HTMLImageElement, address: string | undefined): void;
}

export function createScreen(): Screen {
  const find = <Type extends HTMLElement>(selector: string): Type => {
    const element = document.querySelector<Type>(selector);
    if (!element) throw new Error(`The hosted page has no ${selector}.`);
    return element;
  };

  return {
    part: (name) => find(`[data-part="${name}"]`),
    copy(template) {
      const content = find<HTMLTemplateElement>(`#${template}`).content.cloneNode(true);
      const element = content instanceof DocumentFragment ? content.firstElementChild : null;
      if (!(element instanceof HTMLElement)) throw new Error(`#${template} is empty.`);
      return element;
    },
    show(view, options) {
      for (const section of document.querySelectorAll<HTMLElement>("[data-view]")) {
        section.hidden = section.dataset.view !== view;
      }
      document.documentElement.dataset.shown = view;
      if (options?.focus) {
        find(`[data-view="${view}"] [data-focus]`).focus();
      }
    },
    announce(text) {
      find('[data-part="announcer"]').textContent = text;
    },
    logo(image, address) {
      image.onerror = () => {
        image.hidden = true;
      };
      image.hidden = !address;
      if (address) image.src = address;
    },
  };
}
