import { waitFor } from "storybook/test";

/** Waits until there is what is looked for. */
export const find = <Found>(look: () => Found | null | undefined, what: string): Promise<Found> =>
  waitFor(() => {
    const found = look();
    if (!found) throw new Error(`There is no ${what}.`);
    return found;
  });

const isShown = (element: HTMLElement) => element.offsetParent !== null;

/** A button of a page that the story itself serves, and may therefore look into. */
const buttonIn = (page: Document | null | undefined, name: string) =>
  [...(page?.querySelectorAll("button") ?? [])].find(
    (button) => button.textContent?.trim() === name && isShown(button),
  );

const frame = () => document.querySelector<HTMLIFrameElement>("dialog[open] iframe");

/** A button of AuthKit's page in the kit's dialog, as soon as the page shows it. */
export const authKitButton = (name: string) =>
  find(() => buttonIn(frame()?.contentDocument, name), `button “${name}” in AuthKit’s page`);

/** A field of AuthKit's page, by its label. */
export const authKitField = (label: string) =>
  find(
    () =>
      [...(frame()?.contentDocument?.querySelectorAll("input") ?? [])].find(
        (input) => input.labels?.[0]?.textContent?.trim() === label && isShown(input),
      ),
    `field “${label}” in AuthKit’s page`,
  );

/**
 * Signs in at the provider, whose window AuthKit's page opens. A browser opens it for a person's
 * press alone: played without one, the story waits there for yours.
 */
export async function signInAtProvider(name: string, decision: "Allow" | "Cancel") {
  const toProvider = await authKitButton(`Continue to ${name}`);
  const inside = frame()?.contentWindow;
  if (!inside) throw new Error("AuthKit’s page has gone.");
  let opened: Window | null = null;
  const open = inside.open.bind(inside);
  inside.open = (...args) => {
    opened = open(...args);
    return opened;
  };
  toProvider.click();
  const button = await find(
    () => (opened ? buttonIn((opened as Window).document, decision) : null),
    `window of ${name}: your browser opens it when you press “Continue to ${name}” yourself`,
  );
  button.click();
}
