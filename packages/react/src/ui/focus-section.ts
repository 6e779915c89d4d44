import { viewOf } from "./active-element.ts";

/**
 * Moves the focus to where the component begins that an element stands in: what was pressed there
 * goes. That is its search, where it has one, else its title; on a touch screen, where a search would
 * bring the keyboard up, its title.
 */
export function focusSection(pressed: Element): void {
  const find = (selector: string) =>
    pressed.closest("section")?.querySelector<HTMLElement>(selector);
  const isTouched = viewOf(pressed).matchMedia?.("(pointer: coarse)").matches;
  const search = isTouched ? null : find(".ak-toolbar :is(input, button)");
  (search ?? find(".ak-section-title"))?.focus();
}
