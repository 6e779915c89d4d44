import { type ReactNode, StrictMode } from "react";
import { createPortal } from "react-dom";
import { createRoot } from "react-dom/client";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { commands } from "vitest/browser";
import { connection } from "../../src/connections-list/connections.fixtures.ts";
import { connectors } from "../../src/connector-gallery/connectors.fixtures.ts";
import { ConnectionsList, ConnectorGallery } from "../../src/index.ts";
import { Button } from "../button.tsx";
import { Product, render, signIn } from "../render.tsx";
import { waitUntil } from "../wait.ts";

type Root = Document | ShadowRoot;

/** The page's styles, which reach no other document and no shadow root by themselves. */
function addStyles(to: Node) {
  for (const sheet of document.styleSheets) {
    const style = document.createElement("style");
    style.textContent = [...sheet.cssRules].map(({ cssText }) => cssText).join("\n");
    to.appendChild(style);
  }
}

function shadowRoot(): ShadowRoot {
  const host = document.createElement("div");
  document.body.append(host);
  onTestFinished(() => host.remove());
  const root = host.attachShadow({ mode: "open" });
  addStyles(root);
  return root;
}

function frame(): Document {
  const element = document.createElement("iframe");
  element.style.cssText = "width: 900px; height: 650px";
  document.body.append(element);
  onTestFinished(() => element.remove());
  const inside = element.contentDocument as Document;
  addStyles(inside.head);
  return inside;
}

function popup(): Document {
  const view = window.open("about:blank", crypto.randomUUID(), "width=900,height=700") as Window;
  onTestFinished(() => view.close());
  addStyles(view.document.head);
  return view.document;
}

const bodyOf = (root: Root) => {
  const element = document.createElement("div");
  (root as Document).body ? (root as Document).body.append(element) : root.append(element);
  return element;
};

/** Renders a product into a place of its own, or hands the components alone over to it. */
const places: Record<
  string,
  (product: (content: ReactNode) => ReactNode, content: ReactNode) => Root
> = {
  "an open shadow root": (product, content) => {
    const root = shadowRoot();
    const app = createRoot(bodyOf(root));
    onTestFinished(() => app.unmount());
    app.render(<StrictMode>{product(content)}</StrictMode>);
    return root;
  },
  "an open shadow root, through a portal": (product, content) => {
    const root = shadowRoot();
    render(product(createPortal(content, bodyOf(root))));
    return root;
  },
  "a frame of the page's own, through a portal": (product, content) => {
    const root = frame();
    render(product(createPortal(content, bodyOf(root))));
    return root;
  },
  "a window of the page's own, through a portal": (product, content) => {
    const root = popup();
    render(product(createPortal(content, bodyOf(root))));
    return root;
  },
};

describe.for(Object.entries(places))("in %s", ([name, show]) => {
  let root: Root;
  const press = (keys: string[]) =>
    name.includes("window")
      ? commands.pressInWindow((root as Document).defaultView?.name ?? "", keys)
      : commands.press(keys);
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  const appear = (selector: string) => waitUntil(() => find(selector));
  const goes = (selector: string) => waitUntil(() => find(selector) === null);
  const has = (element: Element | null, what: string) =>
    waitUntil(() => root.activeElement !== null && root.activeElement === element).catch(() => {
      throw new Error(`${what} has no focus, but ${root.activeElement?.outerHTML.slice(0, 200)}`);
    });
  const pressOn = async (element: HTMLElement) => {
    element.focus();
    await press(["Enter"]);
  };
  const showProduct = (content: ReactNode) => {
    const viewer = signIn();
    const connections = [connection({ platform: "gmail", name: "Mail" })];
    root = show(
      (all) => (
        <Product viewerKey={viewer} initialData={{ connectors, connections }}>
          {all}
        </Product>
      ),
      content,
    );
  };
  const choose = async (index: number) => {
    await pressOn(await appear("[aria-label='Options for Mail']"));
    const menu = await appear("[role=menu]");
    const items = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
    await has(items[0] ?? null, "the first command");
    await press(Array.from({ length: index }, () => "ArrowDown"));
    await has(items[index] ?? null, `command ${index}`);
    return items;
  };

  test("a row's menu, its new name and its question work by keyboard", async () => {
    showProduct(<ConnectionsList />);
    const options = await appear("[aria-label='Options for Mail']");
    const items = await choose(1);
    await press(["End"]);
    await has(items.at(-1) ?? null, "the last command");
    await press(["Escape"]);
    await goes("[role=menu]");
    await has(options, "the menu's button");

    await choose(0);
    await press(["Enter"]);
    await has(await appear(".ak-row-rename"), "the name");
    await press(["Escape"]);
    await goes(".ak-row-rename");

    await choose(2);
    await press(["Enter"]);
    const question = (await appear("[role=alertdialog]")) as HTMLDialogElement;
    expect(question.matches(":modal")).toBe(true);
    await press(["Escape"]);
    await goes("[role=alertdialog]");
    await has(await appear("[aria-label='Options for Mail']"), "the row's button");
  });

  test("the arrow keys move between the gallery's cards", async () => {
    showProduct(<ConnectorGallery platforms={["gmail", "slack", "notion"]} />);
    await appear(".ak-card > .ak-button");
    const cards = [...root.querySelectorAll<HTMLElement>(".ak-card > .ak-button")];
    cards[0]?.focus();
    await press(["ArrowRight"]);
    await has(cards[1] ?? null, "the second card");
    await press(["Home"]);
    await has(cards[0] ?? null, "the first card");
  });

  test("the dialog closes by Escape, connects an account, and moves the focus to it", async () => {
    showProduct(
      <>
        <Button platform="slack" label="Connect Slack" />
        <ConnectionsList />
      </>,
    );
    const slack = await appear("button[data-phase]");
    await pressOn(slack);
    const dialog = (await appear(".ak-connect-dialog")) as HTMLDialogElement;
    expect(dialog.matches(":modal")).toBe(true);
    await waitUntil(() => slack.dataset.phase === "open");
    await press(["Escape"]);
    await goes(".ak-connect-dialog");
    await has(slack, "the opener");
    await pressOn(slack);
    await waitUntil(() => slack.dataset.phase === "open");
    await commands.signInThrough(inject("authKitOrigin"), "Slack");
    await goes(".ak-connect-dialog");
    await waitUntil(() => root.activeElement?.matches("[data-connection-id]") ?? false);
    expect(root.activeElement?.textContent).toContain("Slack");
  });
});
