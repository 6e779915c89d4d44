import { activeElementNear, isFocusLost } from "./active-element.ts";

const hostModals = "dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]";

/** Where a layer was opened from, as it was at that moment: any of it may go meanwhile. */
export interface LayerOrigin {
  /** Gets the focus back. */
  opener: Element | null;
  /** Root element of the kit's component around it; `null` for a product's own button. */
  container: Element | null;
  /** The elements around, from the inside out. */
  ancestors: readonly Element[];
  /** The host's modal around, beyond which nothing can be reached. */
  hostModal: Element | null;
}

/** Remembers where a layer is opened from. */
export function layerOrigin(opener: Element | null, container: Element | null = null): LayerOrigin {
  const ancestors: Element[] = [];
  let element = container ?? opener?.parentElement ?? null;
  for (; element; element = element.parentElement) ancestors.push(element);
  const hostModal = (container ?? opener)?.closest(hostModals) ?? null;
  return { opener, container, ancestors, hostModal };
}

/**
 * The same, unless its opener has gone before the layer came: an item of the host's menu, say, whose
 * menu has given the focus back to its button.
 */
export function presentOrigin(openedFrom: LayerOrigin): LayerOrigin {
  const { opener, container } = openedFrom;
  if (!opener || opener.isConnected || container?.isConnected || isFocusLost(opener))
    return openedFrom;
  return layerOrigin(activeElementNear(opener.ownerDocument));
}
