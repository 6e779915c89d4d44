import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import { authKitFrame, authKitPosts } from "../authkit-page.ts";
import { Button } from "../button.tsx";
import { OneProduct, render, signIn } from "../render.tsx";

const dialog = () => page.getByRole("dialog");
const button = () => page.getByRole("button", { name: "Connect Gmail" });

beforeEach(() => {
  signIn();
});

/** Sets the page's query and history state for one test. */
function arriveBy(query: string) {
  const before = location.href;
  const address = new URL(query, before).href;
  history.replaceState({ router: "remembers" }, "", address);
  onTestFinished(() => history.replaceState(null, "", before));
  return address;
}

/** Collects every frame that is added to the page from now on. */
function watchFrames() {
  const frames: Node[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      frames.push(...[...addedNodes].filter((node) => node instanceof HTMLIFrameElement));
    }
  });
  observer.observe(document, { subtree: true, childList: true });
  onTestFinished(() => observer.disconnect());
  return frames;
}

test("opens no frame for a link with one_auth_state, and keeps address and history", async () => {
  const address = arriveBy("?one_auth_state=forged~abc&one_auth_error=forged");
  const frames = watchFrames();
  const onError = vi.fn();
  render(
    <OneProduct>
      <Button onError={onError} />
    </OneProduct>,
  );
  await expect.element(button()).toBeVisible();
  expect(document.querySelector("iframe")).toBeNull();
  await button().click();
  await expect.element(button()).toHaveAttribute("data-phase", "open");
  expect(frames).toHaveLength(1);
  expect((await authKitFrame()).src).not.toContain("forged");
  await page.getByRole("button", { name: "Close" }).click();
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(document.querySelector("iframe")).toBeNull();
  expect(onError).not.toHaveBeenCalled();
  expect(location.href).toBe(address);
  expect(history.state).toEqual({ router: "remembers" });
});

test.for([
  ["that is code", { url: "javascript:void (document.title = 'taken over')", state: "state" }],
  ["of no web page", { url: "data:text/html,taken over", state: "state" }],
  ["without a state", { url: "https://provider.test/" }],
  // This page is in a frame, so it offered no redirect.
  ["that nobody has asked for", { url: "https://provider.test/", state: "state" }],
] as const)("does not leave the page for an address %s", async ([, redirect]) => {
  render(
    <OneProduct authKit={{ authWindow: "same" }}>
      <Button />
    </OneProduct>,
  );
  await button().click();
  await expect.element(button()).toHaveAttribute("data-phase", "open");
  const before = location.href;
  await authKitPosts({ messageType: "OAUTH_REDIRECT", ...redirect });
  await expect.element(dialog().getByRole("alert")).toHaveTextContent("Gmail wasn’t connected");
  expect(document.title).not.toBe("taken over");
  expect(location.href).toBe(before);
  await page.getByRole("button", { name: "Close" }).click();
});

test("leaves a page element alone that has the id of AuthKit's frame", async () => {
  const own = document.createElement("aside");
  own.id = "event-link";
  document.body.append(own);
  onTestFinished(() => own.remove());
  render(
    <OneProduct>
      <Button />
    </OneProduct>,
  );
  await button().click();
  await expect.element(button()).toHaveAttribute("data-phase", "open");
  await page.getByRole("button", { name: "Close" }).click();
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(document.querySelector("iframe")).toBeNull();
  expect(own.isConnected).toBe(true);
});
