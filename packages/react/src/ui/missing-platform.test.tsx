import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { Dialog } from "./dialog.tsx";
import { layerOrigin } from "./layer-origin.ts";
import { Menu, MenuItem } from "./menu.tsx";

// jsdom has no layout and no top layer: a product's own component tests run there.

/** Takes members away that the other tests of this page may have been given. */
function remove(target: object, ...names: string[]) {
  for (const name of names) {
    const descriptor = Object.getOwnPropertyDescriptor(target, name);
    if (!descriptor) continue;
    Reflect.deleteProperty(target, name);
    onTestFinished(() => void Object.defineProperty(target, name, descriptor));
  }
}

let opener: HTMLButtonElement;
beforeEach(() => {
  remove(HTMLElement.prototype, "showPopover", "hidePopover");
  remove(HTMLDialogElement.prototype, "showModal", "show", "close");
  document.body.innerHTML = "<p><button>Open</button></p><div id='root'></div>";
  opener = document.querySelector("button") as HTMLButtonElement;
  opener.focus();
});

function show(element: React.ReactNode) {
  const root = createRoot(document.querySelector("#root") as HTMLElement);
  onTestFinished(() => root.unmount());
  flushSync(() => root.render(element));
  return { close: () => flushSync(() => root.render(null)) };
}

const pressEscape = () =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }),
  );

test("the page has neither popovers nor modal dialogs", () => {
  expect(HTMLElement.prototype.showPopover).toBeUndefined();
  expect(HTMLDialogElement.prototype.showModal).toBeUndefined();
});

test("a menu opens, takes the focus, hears Escape and gives the focus back", () => {
  const onClose = vi.fn();
  const { close } = show(
    <Menu label="Commands" anchor={{ current: opener }} onClose={onClose}>
      <MenuItem onSelect={() => {}}>First</MenuItem>
    </Menu>,
  );
  expect(document.activeElement?.textContent).toBe("First");
  pressEscape();
  expect(onClose).toHaveBeenCalledTimes(1);
  close();
  expect(document.activeElement).toBe(opener);
});

test("a dialog opens, takes the focus, hears Escape and gives the focus back", () => {
  const onClose = vi.fn();
  const { close } = show(
    <Dialog
      className="ours"
      labelledBy="title"
      openedFrom={layerOrigin(opener)}
      providerElement={() => null}
      onClose={onClose}
    >
      Ours
    </Dialog>,
  );
  expect(document.activeElement).toBe(document.querySelector("dialog[open]"));
  pressEscape();
  expect(onClose).toHaveBeenCalledTimes(1);
  close();
  expect(document.querySelector("dialog")).toBeNull();
  expect(document.activeElement).toBe(opener);
});
