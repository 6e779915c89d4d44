import { components, type ShownStates } from "./components.mjs";

/** Everything that a story shows is in the document, dialogs included, or in the board's frames. */
const documents = (): Document[] => [
  document,
  ...[...document.querySelectorAll("iframe")].flatMap((frame) => frame.contentDocument ?? []),
];

/**
 * Holds a story to its parameter `shows`, from which the coverage table is made.
 * @throws Error when the document shows no such state.
 */
export function checkShownState({ parameters }: { parameters: { shows?: ShownStates } }): void {
  for (const [name, state] of Object.entries(parameters.shows ?? {})) {
    const component = components.find((other) => other.name === name);
    if (!component) throw new Error(`The story says that it shows "${name}", which is unknown.`);
    const selector = `${component.selector}[${component.attribute}="${state}"]`;
    if (!documents().some((page) => page.querySelector(selector))) {
      throw new Error(`The story says that it shows ${name} in the state "${state}": it does not.`);
    }
  }
}
