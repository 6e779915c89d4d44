import { fireEvent, screen, within } from "@testing-library/react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { accountActions } from "../src/account-actions/use-account-actions.ts";
import { ConnectionsList, ConnectorGallery, ConnectProvider } from "../src/index.ts";
import { mockConnect } from "../src/test-setup/index.ts";
import { render } from "./render.tsx";

// Preloads the chunks, so that no press waits for them.
beforeAll(() => Promise.all([import("../src/session/adapters/pica.ts"), accountActions.load()]));

const onCardClick = vi.fn();
beforeEach(() => {
  mockConnect({ connections: [{ platform: "gmail", name: "Mail" }], authKit: "wait" });
  render(
    // biome-ignore lint/a11y/useKeyWithClickEvents: only its clicks are looked at
    // biome-ignore lint/a11y/noStaticElementInteractions: only its clicks are looked at
    <div onClick={onCardClick}>
      <ConnectProvider viewerKey={crypto.randomUUID()}>
        <ConnectionsList />
        <ConnectorGallery />
      </ConnectProvider>
    </div>,
  );
});

/** Presses a button in the page, which the card around it hears of. */
async function pressInCard(name: string | RegExp) {
  fireEvent.click(await screen.findByRole("button", { name }));
  expect(onCardClick).toHaveBeenCalledOnce();
  onCardClick.mockClear();
}

test("a card around the kit hears no press in a menu or in a question", async () => {
  await pressInCard("Options for Mail");
  fireEvent.click(await screen.findByRole("menuitem", { name: "Disconnect…" }));
  const question = await screen.findByRole("alertdialog");
  fireEvent.click(within(question).getByRole("button", { name: "Keep connected" }));
  expect(onCardClick).not.toHaveBeenCalled();
});

test("a card around the kit hears no press in the list of categories", async () => {
  await pressInCard(/^Filter by category/);
  fireEvent.click((await screen.findAllByRole("option"))[0] as HTMLElement);
  expect(onCardClick).not.toHaveBeenCalled();
});

test("a card around the provider hears no press in the connect dialog", async () => {
  await pressInCard("Connect Notion");
  fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Close" }));
  expect(onCardClick).not.toHaveBeenCalled();
});
