/**
 * Moves the focus to where the component begins that an element stands in: what was pressed there
 * goes. That is its search, where it has one, else its title.
 */
export function focusStart(pressed: Element): void {
  const find = (selector: string) =>
    pressed.closest("section")?.querySelector<HTMLElement>(selector);
  (find(".ak-toolbar :is(input, button)") ?? find(".ak-section-title"))?.focus();
}
