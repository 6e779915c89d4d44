import { version } from "react-dom";
import { describe, expect, inject, test, vi } from "vitest";
import { page } from "vitest/browser";
import { useConnect, useConnections } from "../src/headless.ts";
import { signInToProvider } from "./authkit-page.ts";
import { Product, render, signIn } from "./render.tsx";

function Connect({ onConnected }: { onConnected: (platform: string) => void }) {
  const gmail = useConnect({
    platform: "gmail",
    onConnected: ({ platform }) => onConnected(platform),
  });
  return (
    <button type="button" onClick={gmail.open} data-phase={gmail.phase}>
      Connect Gmail
    </button>
  );
}

function List() {
  const { status, connections } = useConnections();
  return (
    <ul aria-label="Accounts" data-status={status}>
      {connections.map(({ id, platform, state }) => (
        <li key={id} data-connection-id={id} tabIndex={-1}>
          {platform} {state}
        </li>
      ))}
    </ul>
  );
}

describe("The connect loop, through the real server and the emulated Pica", () => {
  test("runs on the React that the project is named after", () => {
    expect(version.split(".")[0]).toBe(inject("reactMajor"));
  });

  test("connects Gmail: stored, listed, told once, with the focus on the new row", async () => {
    const onConnected = vi.fn();
    render(
      <Product viewerKey={signIn()}>
        <Connect onConnected={onConnected} />
        <List />
      </Product>,
    );
    await expect.element(page.getByRole("list")).toHaveAttribute("data-status", "success");

    await page.getByRole("button", { name: "Connect Gmail" }).click();
    const dialog = page.getByRole("dialog", { name: "Connect Gmail" });
    await expect.element(dialog).toBeVisible();

    await signInToProvider("Gmail");

    const row = page.getByRole("listitem");
    await expect.element(row).toHaveTextContent("gmail operational");
    await expect.element(row).toHaveFocus();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(onConnected.mock.calls).toEqual([["gmail"]]);
  });
});
