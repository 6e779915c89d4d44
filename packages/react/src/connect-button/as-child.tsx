"use client";

import * as Slot from "radix-ui/slot";
import {
  type ButtonHTMLAttributes,
  Children,
  cloneElement,
  Fragment,
  forwardRef,
  isValidElement,
  type ReactElement,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useEffect,
} from "react";
import { ConnectError } from "../api/connect-error.ts";

/** Props of {@link AsChild}. */
export interface AsChildProps {
  /** The component in a developer's code, e.g. `<ConnectButton platform="gmail" asChild>`. */
  owner: string;
  /** Win over the child's own; one that is undefined leaves the child its own. */
  attributes: Record<`data-${string}` | `aria-${string}` | "id", unknown>;
  /** Joined with the child's own: classes, styles, descriptions and handlers. */
  buttonProps: ButtonHTMLAttributes<HTMLElement>;
  /** Gets the child's element, beside the product's own refs. */
  anchor: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/**
 * The product's one child with the kit's behaviour. Radix's Slot joins classes, styles, refs and
 * descriptions, and calls the child's handlers first. Slot lets the child's other props win, though,
 * and the state of the button is the kit's to say.
 */
export const AsChild = forwardRef<HTMLElement, AsChildProps>(function AsChild(props, ref) {
  const { owner, attributes, buttonProps, anchor, children } = props;
  const { onPointerDown, onClick } = buttonProps;
  const child = onlyElementOf(children, owner);
  const isRendered = child !== null;

  useEffect(() => {
    if (process.env.NODE_ENV !== "production" && isRendered && anchor.current === null) {
      console.error(
        `authkit-ui: misconfigured: ${owner} renders nothing, or keeps its element to itself, ` +
          "which then shows no state. Let your component pass all of its props, `ref` among " +
          "them, on to one element: `<button {...props} />`. In React 18 it needs `forwardRef`.",
      );
    }
  }, [isRendered, owner, anchor]);

  if (child === null) return null;
  const own = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return (
    // Two slots, because each joins one ref with the child's: the kit's and the product's.
    <Slot.Root ref={anchor}>
      <Slot.Root
        ref={ref}
        {...buttonProps}
        onPointerDown={unlessPrevented(onPointerDown)}
        onClick={unlessPrevented((event) => {
          onClick?.(event);
          if (event.currentTarget.matches(navigatingSelector)) event.preventDefault();
        })}
      >
        {cloneElement(child, { ...Object.fromEntries(own), ...typeOf(child) })}
      </Slot.Root>
    </Slot.Root>
  );
});

/** What would end the connect session that the press has just started. */
const navigatingSelector = "a[href], button:not([type])";

/** A handler of ours that the child's own, which runs first, keeps from running. */
const unlessPrevented =
  <Event extends SyntheticEvent>(handler: ((event: Event) => void) | undefined) =>
  (event: Event) => {
    if (!event.defaultPrevented) handler?.(event);
  };

/** A button without a type would submit the form that the product has around it. */
const typeOf = ({ type, props }: ReactElement<{ type?: unknown }>) =>
  typeof type === "string" && type !== "button" ? {} : { type: props.type ?? "button" };

/**
 * The one element among `children`, or null where they render nothing. A Server Component hands over
 * a lazy node in its place: `Children` unwraps it, and suspends until it is there.
 *
 * @throws ConnectError for anything else.
 */
function onlyElementOf(children: ReactNode, owner: string): ReactElement<object> | null {
  const nodes = Children.toArray(children).filter((node) => node !== "");
  const [node] = nodes;
  if (node === undefined) return null;
  if (nodes.length === 1 && isValidElement<{ children?: ReactNode | undefined }>(node)) {
    if (node.type === Fragment) return onlyElementOf(node.props.children, owner);
    // React's own, e.g. Suspense, pass no props on.
    if (typeof node.type !== "symbol") return node;
  }
  throw new ConnectError(
    "misconfigured",
    `authkit-ui: ${owner} cannot give its behaviour to what is between its tags. ` +
      "Put exactly one element there, e.g. your own button, and its words inside of that.",
  );
}
