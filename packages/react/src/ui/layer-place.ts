import type { LayerOrigin } from "./layer-origin.ts";

/** What a host says of the text and the pointer around its button, and does not mean of a layer. */
const neutralStyle = {
  cursor: "auto",
  fontStyle: "normal",
  fontWeight: "normal",
  pointerEvents: "auto",
  textIndent: "0",
  textShadow: "none",
  textTransform: "none",
  userSelect: "text",
  visibility: "visible",
  whiteSpace: "normal",
} as const;

/** An element without a box of its own, for a layer to be rendered into. */
export function createLayerElement(): HTMLElement {
  const element = document.createElement("div");
  Object.assign(element.style, neutralStyle, { display: "contents" });
  return element;
}

/** What acts on a press anywhere inside, or disables every button inside. */
const interactiveSelector = "a, button, label, summary, fieldset:disabled";

/** Takes children of certain kinds only. */
const restrictedContentSelector = "ul, ol, dl, table, thead, tbody, tfoot, tr, select";

/**
 * Inserts a layer where the host's overlay libraries count it as inside their own: at the end of the
 * kit's component that opened it, where no selector of the host counts children, else beside the
 * opener. If neither is in the document any more, {@link rescueLayer} finds a place.
 */
export function placeLayer(
  layer: HTMLElement,
  openedFrom: LayerOrigin,
  providerElement: Element | null,
): boolean {
  const { container, opener } = openedFrom;
  const nearest = container?.isConnected ? container : opener;
  if (!nearest?.isConnected) return rescueLayer(layer, openedFrom, providerElement);
  let neighbour = nearest === container ? null : opener;
  for (let around: Element | null = nearest; around; around = around.parentElement) {
    if (around.matches(interactiveSelector)) neighbour = around;
  }
  if (neighbour) putBeside(layer, neighbour);
  else nearest.append(layer);
  return true;
}

/** On the side where it moves nothing: layouts count `:last-child` or `* + *`. */
function putBeside(layer: HTMLElement, neighbour: Element) {
  const { parentElement, previousElementSibling, nextElementSibling } = neighbour;
  const around = [parentElement, previousElementSibling, neighbour, nextElementSibling];
  const boxes = () => JSON.stringify(around.map((element) => element?.getBoundingClientRect()));
  const before = boxes();
  neighbour.after(layer);
  if (boxes() === before) return;
  neighbour.before(layer);
  if (boxes() !== before) neighbour.after(layer);
}

/**
 * Moves a layer whose place is gone or out of sight into the nearest element around that is still
 * shown, or before the provider's own element.
 *
 * @returns Whether it has a place now; not if the host's modal around it is gone or hidden.
 */
export function rescueLayer(
  layer: HTMLElement,
  { ancestors, hostModal }: LayerOrigin,
  providerElement: Element | null,
): boolean {
  if (hostModal && !isShown(hostModal)) return false;
  const nearest = ancestors.find(
    (element) =>
      !element.matches(`${interactiveSelector}, ${restrictedContentSelector}`) && isShown(element),
  );
  // Where the provider is inside too, e.g. the body, the provider's own place is as near.
  if (nearest && !(providerElement && nearest.contains(providerElement))) {
    move(layer, nearest, null);
  } else if (providerElement && isShown(providerElement)) {
    move(layer, providerElement.parentNode, providerElement);
  } else return false;
  return true;
}

/**
 * Takes a layer out of what React is about to remove, for as long as that takes: a frame in it would
 * be lost. Only where the browser can move it without loading it anew.
 *
 * @param onLost There is no place for it any more.
 */
export function parkLayer(
  layer: HTMLElement,
  openedFrom: LayerOrigin,
  providerElement: Element | null,
  onLost: () => void,
): void {
  const { parentElement: place, nextElementSibling: next } = layer;
  if (!place || !providerElement || !isShown(providerElement)) return;
  if (!canMove(layer, providerElement.parentNode)) return;
  move(layer, providerElement.parentNode, providerElement);
  queueMicrotask(() => {
    if (!layer.isConnected) return;
    if (isShown(place)) move(layer, place, next?.parentNode === place ? next : null);
    else if (!rescueLayer(layer, openedFrom, providerElement)) onLost();
  });
}

/** Whether it is in a document, and neither it nor anything around it is out of sight. */
function isShown(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!element.isConnected || !view) return false;
  let around: Element | null = element;
  while (around) {
    if (view.getComputedStyle(around).display === "none") return false;
    around = around.parentElement ?? (around.getRootNode() as Partial<ShadowRoot>).host ?? null;
  }
  return true;
}

/** `moveBefore` leaves frames, focus and the top layer as they are; not every browser has it. */
type Place =
  | (ParentNode & { moveBefore?: ((node: Node, next: Node | null) => void) | undefined })
  | null;

const canMove = (layer: HTMLElement, place: Place) =>
  place?.moveBefore !== undefined &&
  layer.isConnected &&
  place.isConnected &&
  layer.ownerDocument === place.ownerDocument;

function move(layer: HTMLElement, place: Place, next: Element | null) {
  if (canMove(layer, place)) place?.moveBefore?.(layer, next);
  else place?.insertBefore(layer, next);
}
