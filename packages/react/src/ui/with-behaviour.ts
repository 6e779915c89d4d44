import { cloneElement, type ReactElement } from "react";
import { classNames } from "./class-names.ts";

/** What an element of the product's own may already have. */
interface OwnProps {
  className?: string;
  onClick?: (event: { defaultPrevented: boolean }) => void;
  onPointerDown?: (event: { defaultPrevented: boolean }) => void;
}

/** What it gets from us, beside attributes. */
interface Behaviour {
  className: string;
  onClick: () => void;
  onPointerDown: () => void;
}

/**
 * A product's own element with our behaviour. Its words, its ref and its handlers stay: they come
 * first, and may keep ours from running by `preventDefault()`. Written here because Radix's slot,
 * made for any element and any prop, is a sixth of what the whole button may weigh.
 */
export function withBehaviour(
  child: ReactElement<object>,
  attributes: object,
  { className, onClick, onPointerDown }: Behaviour,
): ReactElement {
  const own: OwnProps = child.props;
  // An attribute that is not ours to set must not take away the child's.
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return cloneElement(child, {
    ...Object.fromEntries(given),
    className: classNames(own.className, className) || undefined,
    onClick(event) {
      own.onClick?.(event);
      if (!event.defaultPrevented) onClick();
    },
    onPointerDown(event) {
      own.onPointerDown?.(event);
      if (!event.defaultPrevented) onPointerDown();
    },
  } as Partial<OwnProps>);
}
