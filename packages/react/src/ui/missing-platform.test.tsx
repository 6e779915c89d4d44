import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { Dialog } from "./dialog.tsx";
import { layerTrigger } from "./layer-trigger.ts";
import { Menu, MenuItem } from "./menu.tsx";

// jsdom has no layout and no top layer: a product's own component tests run there.

let opener: HTMLButtonElement;
beforeEach(() => {
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
      trigger={layerTrigger(opener)}
      home={() => null}
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
