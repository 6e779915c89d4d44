import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { AccountsMenu } from "../src/account-actions/accounts-menu.tsx";
import { connections } from "../src/connections-list/connections.fixtures.ts";
import { ConnectButton, ConnectionsList, ConnectorGallery, ConnectProvider } from "../src/index.ts";
import { en } from "../src/messages/en.ts";
import * as dialogStories from "../src/session/connect-dialog.stories.tsx";
import { mockConnect } from "../src/test-setup/index.ts";
import { stories, withFewCards } from "./stories.tsx";
import "./render.tsx";

/** The texts below an element that a translator would take: all that are not blank. */
function textNodesIn(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes.filter((node) => node.data.trim() !== "" && !node.parentElement?.closest("style"));
}

/** Does to an element what Chrome's Translate does: each text goes into two `<font>`s. */
function translate(element: Element) {
  for (const node of textNodesIn(element)) {
    if (node.data.startsWith("⟦")) continue;
    const outer = document.createElement("font");
    const inner = outer.appendChild(document.createElement("font"));
    inner.textContent = `⟦${node.data}⟧`;
    node.replaceWith(outer);
  }
}

/** What is to be read, translated or not. */
const textOf = (element: Element) => (element.textContent ?? "").replaceAll(/[⟦⟧]/g, "");

/** Texts whose node React updates or removes by itself: it is lost once a translator replaces it. */
const keptByReact = (element: Element) =>
  textNodesIn(element)
    .filter((node) => Object.keys(node).some((key) => key.startsWith("__reactFiber$")))
    .map((node) => node.data);

const { default: dialog, ...moments } = dialogStories;
const dialogs = Object.entries(moments).map(([name, { args }]) => ({
  name: `${dialog.title}: ${name}`,
  element: (
    <ConnectProvider viewerKey="ann">
      <dialog.component {...dialog.args} {...args} />
    </ConnectProvider>
  ),
}));
const states = [
  ...stories.map(({ name, element }) => ({ name, element: withFewCards(element) })),
  ...dialogs,
];
describe("React keeps no text node that a translator would replace", () => {
  it.each(states)("in $name", ({ element }) => {
    const { baseElement } = render(element);
    expect(keptByReact(baseElement)).toEqual([]);
    for (const button of baseElement.querySelectorAll("[aria-haspopup]")) {
      fireEvent.click(button);
      expect(keptByReact(baseElement)).toEqual([]);
    }
  });

  it("in the menu of a button's accounts", () => {
    render(
      <AccountsMenu
        connectorName="Gmail"
        connections={connections}
        anchor={{ current: null }}
        onConnect={() => {}}
        onReconnect={() => {}}
        onDisconnect={() => {}}
        onClose={() => {}}
      />,
    );
    expect(keptByReact(document.body)).toEqual([]);
    // A healthy one leads on to what can be done with it. jsdom shows no popover.
    fireEvent.click(screen.getByText("ann@marlowfinch.co"));
    screen.getByText(en.button.back);
    expect(keptByReact(document.body)).toEqual([]);
  });
});

describe("a translated page says the new thing after each change", () => {
  it("when somebody searches the gallery", async () => {
    mockConnect();
    const { baseElement } = render(
      <ConnectProvider viewerKey="ann">
        <ConnectorGallery />
      </ConnectProvider>,
    );
    await screen.findByText("Gmail");
    const search = screen.getByRole("searchbox");
    for (const [typed, result] of [
      ["gmail", `1 integration${en.gallery.showAll}`],
      ["s", `3 integrations${en.gallery.showAll}`],
      ["hoobspat", "Did you mean HubSpot?"],
      ["qqqqqqqq", en.gallery.noMatchHint],
    ] as const) {
      translate(baseElement);
      fireEvent.change(search, { target: { value: typed } });
      await waitFor(() => expect(textOf(baseElement)).toContain(result));
    }
  });

  it("when somebody renames an account and disconnects it", async () => {
    const user = userEvent.setup();
    mockConnect({ connections: [{ platform: "slack", name: "Acme" }, { platform: "gmail" }] });
    const { baseElement } = render(
      <ConnectProvider viewerKey="ann">
        <ConnectionsList />
      </ConnectProvider>,
    );
    const says = (text: string | RegExp) => () => expect(textOf(baseElement)).toMatch(text);
    await waitFor(says("Acme"));
    async function choose(account: string, command: string) {
      translate(baseElement);
      await user.click(screen.getByRole("button", { name: en.list.options(account) }));
      await screen.findByRole("menu");
      translate(baseElement);
      await user.click(screen.getByRole("menuitem", { name: `⟦${command}⟧` }));
    }

    await choose("Acme", en.list.rename);
    const name = await screen.findByRole("textbox");
    translate(baseElement);
    await user.clear(name);
    await user.type(name, "Marlow{Enter}");
    await waitFor(says("Marlow"));
    expect(textOf(baseElement)).not.toContain("Acme");

    await choose("Marlow", en.list.disconnectItem);
    const question = await screen.findByRole("alertdialog");
    translate(baseElement);
    expect(textOf(question)).toContain("Disconnect Marlow?");
    await user.click(within(question).getByRole("button", { name: `⟦${en.list.disconnect}⟧` }));
    await waitFor(says(/Marlow (is|was|has been)? ?disconnected/i));
    translate(baseElement);
  });

  it("when somebody connects with a button", async () => {
    const user = userEvent.setup();
    mockConnect();
    const { baseElement } = render(
      <ConnectProvider viewerKey="ann">
        <ConnectButton platform="gmail" />
      </ConnectProvider>,
    );
    const button = await screen.findByRole("button", { name: "Connect Gmail" });
    translate(baseElement);
    await user.click(button);
    await waitFor(() => expect(textOf(button)).toContain(en.button.connected(1)));
  });
});
