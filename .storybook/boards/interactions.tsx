import { type ReactNode, useId } from "react";

const interactions = [
  ["rest", "At rest"],
  ["hover", "Hover"],
  ["focus", "Focus"],
  ["pressed", "Pressed"],
] as const;

/** Props of {@link Interactions}. */
export interface InteractionsProps {
  /** Least width of a cell. */
  cell: string;
  /** Renders what is shown in each, named by the element with that id. */
  render: (labelledBy: string) => ReactNode;
}

/** The same, as it looks at rest, below the pointer, with the focus, and pressed. */
export function Interactions({ cell, render }: InteractionsProps) {
  const id = useId();
  return (
    <div
      className="board"
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(${cell}, 100%), 1fr))` }}
    >
      {interactions.map(([name, caption]) => (
        <figure key={name} className="board-cell" data-interaction={name}>
          <figcaption>
            <strong id={id + name}>{caption}</strong>
          </figcaption>
          {render(id + name)}
        </figure>
      ))}
    </div>
  );
}

/** The parameter by which these parts look so: `focusable` may be fewer than those that can be hovered. */
export function pseudoOf(parts: string, focusable = parts) {
  const within = (name: string, selector: string) => `[data-interaction=${name}] :is(${selector})`;
  return {
    hover: [within("hover", parts), within("pressed", parts)],
    focusVisible: [within("focus", focusable)],
    active: [within("pressed", parts)],
  };
}
