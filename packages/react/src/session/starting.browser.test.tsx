import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { Button } from "../../test/button.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import { slowDownTimers } from "../../test/slow-timers.ts";
import { waitUntil } from "../../test/wait.ts";
import { useConnectors } from "../headless.ts";

const dialog = () => page.getByRole("dialog");
const close = () => page.getByRole("button", { name: "Close" });

beforeEach(() => {
  signIn();
});
afterEach(() => commands.routeFaults([]));

function Catalog() {
  return <output>{useConnectors().status}</output>;
}

/** A button on a page that has the catalog already, and with it the platform's name. */
async function renderKnown(button: ReactNode) {
  render(
    <Product>
      {button}
      <Catalog />
    </Product>,
  );
  await expect.element(page.getByText("success")).toBeInTheDocument();
  return page.getByRole("button", { name: "Connect Gmail" });
}

test("the dialog opens on the press, before the server has answered", async () => {
  await commands.routeFaults([{ method: "POST", path: "/sessions", held: true }]);
  const button = await renderKnown(<Button />);
  await button.click();
  await expect.element(dialog()).toHaveAccessibleName("Connect Gmail");
  await expect.element(dialog()).toHaveFocus();
  await expect.element(dialog().getByRole("status")).toHaveTextContent(/opening Gmail…/i);
  expect(document.querySelector("iframe")).toBeNull();
  await close().click();
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  await expect.element(button).toHaveAttribute("data-phase", "idle");
});

describe("A server that does not start the session", () => {
  test("signed out: no dialog, no second try, the product is told once", async () => {
    signIn("nobody");
    const onUnauthorized = vi.fn();
    await commands.routeLog();
    // Its answer would end the session too, perhaps before that is asked for.
    await commands.routeFaults([{ method: "GET", path: "/connectors", held: true }]);
    render(
      <Product onUnauthorized={onUnauthorized}>
        <Button />
      </Product>,
    );
    await page.getByRole("button", { name: "Connect Gmail" }).click();
    await expect.element(page.getByRole("note")).toHaveTextContent("unauthorized");
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    const calls = await commands.routeLog();
    expect(calls.filter((call) => call === "POST /sessions")).toHaveLength(1);
  });

  const failures = [
    ["503", { status: 503 }, "internal"],
    ["an HTML page", { status: 200 }, "invalid_answer"],
    ["405", { status: 405 }, "invalid_answer"],
    ["a broken connection", { drop: true }, "network"],
  ] as const;

  test.for(failures)("%s: the dialog says so, and can try again", async ([, fault, code]) => {
    const onError = vi.fn();
    const button = await renderKnown(<Button onError={onError} />);
    await commands.routeFaults([{ method: "POST", path: "/sessions", ...fault }]);
    await button.click();
    await expect.element(dialog().getByRole("alert")).toBeVisible();
    await commands.routeFaults([]);
    dialog().getByRole("button", { name: "Try again" }).element().focus();
    await commands.press(["Enter"]);
    await expect.element(button).toHaveAttribute("data-phase", "open");
    await expect.element(dialog().getByRole("alert")).not.toBeInTheDocument();
    await expect.element(close()).toHaveFocus();
    await commands.press(["Enter"]);

    await commands.routeFaults([{ method: "POST", path: "/sessions", ...fault }]);
    await button.click();
    await expect.element(dialog().getByRole("alert")).toBeVisible();
    await close().click();
    await waitUntil(() => onError.mock.calls.length > 0);
    expect(onError.mock.calls).toMatchObject([[{ code }]]);
  });

  test("before the platform's name is known, the button says so, without a dialog", async () => {
    await commands.routeFaults([
      { method: "POST", path: "/sessions", status: 405 },
      { method: "GET", path: "/connectors", held: true },
    ]);
    slowDownTimers();
    render(
      <Product>
        <Button />
      </Product>,
    );
    await page.getByRole("button", { name: "Connect Gmail" }).click();
    await expect.element(page.getByRole("note")).toHaveTextContent("invalid_answer");
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  test("500 once: the second try succeeds unasked", async () => {
    await commands.routeFaults([{ method: "POST", path: "/sessions", status: 500, times: 1 }]);
    render(
      <Product>
        <Button />
      </Product>,
    );
    const button = page.getByRole("button", { name: "Connect Gmail" });
    await button.click();
    await expect.element(button).toHaveAttribute("data-phase", "open");
    await close().click();
  });

  test("slow: after two seconds the dialog says that it takes longer, and can be closed", async () => {
    await commands.routeFaults([{ method: "POST", path: "/sessions", held: true }]);
    render(
      <Product>
        <Button />
      </Product>,
    );
    const button = page.getByRole("button", { name: "Connect Gmail" });
    await button.click();
    await expect.element(button).toHaveAttribute("aria-busy", "true");
    await expect.element(dialog().getByRole("status")).toHaveTextContent(/^Still opening/);
    await close().click();
    await expect.element(button).toHaveAttribute("data-phase", "idle");
  });

  test("reports a platform that is not in the catalog instead of opening a list", async () => {
    const onError = vi.fn();
    slowDownTimers();
    render(
      <Product>
        <Button platform="gmial" onError={onError} />
      </Product>,
    );
    await page.getByRole("button", { name: "Connect Gmail" }).click();
    await waitUntil(() => onError.mock.calls.length > 0);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: "platform_not_enabled" });
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  test("says which option is wrong, and opens nothing", async () => {
    const onError = vi.fn();
    render(
      <Product authKit={{ baseUrl: "/authkit" }}>
        <Button onError={onError} />
      </Product>,
    );
    await commands.routeLog();
    await page.getByRole("button", { name: "Connect Gmail" }).click();
    await waitUntil(() => onError.mock.calls.length > 0);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      code: "misconfigured",
      message: expect.stringContaining("authKit.baseUrl"),
    });
    expect(await commands.routeLog()).toEqual([]);
  });
});
