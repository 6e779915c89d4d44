import { Dialog } from "radix-ui";
import { type ReactNode, useEffect, useRef } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { authKitFrame, authKitPosts, signInToProvider } from "../authkit-page.ts";
import { Button } from "../button.tsx";
import { Product, render, signIn } from "../render.tsx";
import { waitUntil } from "../wait.ts";

beforeEach(() => {
  signIn();
});
afterEach(() => {
  document.body.removeAttribute("style");
});

const ours = () => document.querySelector<HTMLDialogElement>("dialog.ak-connect-dialog");
const button = () => page.getByRole("button", { name: "Connect Gmail", exact: true });

type HostState = "open" | "gone" | "hidden";

/** Modals that the host itself takes away while the kit's dialog stands in them. */
const modals: Record<string, (state: HostState, children: ReactNode) => ReactNode> = {
  "a Radix Dialog": (state, children) => (
    <Dialog.Root open={state !== "gone"}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          style={state === "hidden" ? { display: "none" } : undefined}
        >
          <Dialog.Title>The host's, {state}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  ),
  "a native dialog": (state, children) => (
    <ControlledDialog isOpen={state === "open"}>{state !== "gone" && children}</ControlledDialog>
  ),
};

/** Its content is there however it stands. */
function ControlledDialog({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} aria-label="The host's">
      {children}
    </dialog>
  );
}

describe.for(Object.entries(modals))("inside %s of the host", ([, wrap]) => {
  const onClose = vi.fn();
  const product = (state: HostState) => (
    <Product>
      <Button platform="slack" label="Connect Slack" />
      {wrap(state, <Button onClose={onClose} />)}
    </Product>
  );
  async function open() {
    const { rerender } = render(product("open"));
    await button().click();
    await expect.element(button()).toHaveAttribute("data-phase", "open");
    return rerender;
  }
  beforeEach(() => onClose.mockClear());

  test.for(["gone", "hidden"] as const)(
    "ends the session when the host's modal is %s, and leaves the page usable",
    async (state) => {
      const rerender = await open();
      rerender(product(state));
      await waitUntil(() => onClose.mock.calls.length > 0);
      expect(onClose.mock.calls).toEqual([[{ type: "cancelled" }]]);
      rerender(product("gone"));
      await page.getByRole("button", { name: "Connect Slack" }).click();
      await expect.element(page.getByRole("dialog", { name: "Connect Slack" })).toBeVisible();
    },
  );

  test("keeps the session when the host only renders its modal again", async () => {
    const rerender = await open();
    rerender(product("open"));
    await signInToProvider("Gmail");
    await waitUntil(() => onClose.mock.calls.length > 0);
    expect(onClose.mock.calls).toMatchObject([[{ type: "connected" }]]);
  });
});

describe("a page that works against the dialog", () => {
  test("lets the frame take clicks under a body without pointer events", async () => {
    document.body.style.pointerEvents = "none";
    render(
      <div style={{ pointerEvents: "auto" }}>
        <Product>
          <Button />
        </Product>
      </div>,
    );
    await button().click();
    const frame = await authKitFrame();
    expect(getComputedStyle(frame).pointerEvents).toBe("auto");
    await signInToProvider("Gmail");
    await waitUntil(() => ours() === null);
  });

  test("ends the session as cancelled when a script removes the dialog, and opens again", async () => {
    const onClose = vi.fn();
    render(
      <Product>
        <Button onClose={onClose} />
      </Product>,
    );
    await button().click();
    await authKitFrame();
    ours()?.remove();
    await waitUntil(() => onClose.mock.calls.length > 0);
    expect(onClose.mock.calls).toEqual([[{ type: "cancelled" }]]);
    await expect.element(button()).toHaveFocus();
    await button().click();
    await expect.element(page.getByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
  });

  test("keeps the page behind inert, and gives the focus back to the opener", async () => {
    render(
      <Product>
        <Button />
        <a href="#behind">Behind</a>
      </Product>,
    );
    await button().click();
    await expect.element(button()).toHaveAttribute("data-phase", "open");
    document.querySelector<HTMLElement>("[href='#behind']")?.focus();
    expect(document.activeElement?.textContent).not.toBe("Behind");
    await authKitPosts({ messageType: "EXIT_EVENT_LINK" });
    await expect.element(button()).toHaveFocus();
  });
});
