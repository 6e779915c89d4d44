import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { authKitFrame, signInToProvider } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { OneProduct, Product, render, signIn } from "../../test/render.tsx";
import { waitUntil } from "../../test/wait.ts";

const methods = ["debug", "info", "log", "warn", "error"] as const;

beforeEach(() => {
  signIn();
});
afterEach(() => vi.restoreAllMocks());

const ticketOf = (address: string): string => {
  const payload = JSON.parse(atob(new URL(address).searchParams.get("data") ?? ""));
  return payload.linkHeaders.authorization.replace("Bearer ", "");
};

/** A ticket in an address is in base64, at one of three offsets. */
const shapesOf = (ticket: string) => {
  const inner = ticket.slice(8, -8);
  return [ticket, ...["", "x", "xx"].map((lead) => btoa(lead + inner).slice(4, -4))];
};

test.for([
  ["leaves the ticket nowhere but in the frame's address", Product],
  ["leaves the ticket nowhere but in the frame's address, on One's AuthKit", OneProduct],
] as const)("%s", async ([, Host]) => {
  // The list holds 250 files, and the files before may have filled it.
  performance.clearResourceTimings();
  const consoles = methods.map((method) => vi.spyOn(console, method).mockReturnValue());
  render(
    <Host>
      <Button />
    </Host>,
  );
  await page.getByRole("button", { name: "Connect Gmail" }).click();
  const frame = await authKitFrame();
  const address = frame.src;
  const shapes = shapesOf(ticketOf(address));
  expect(shapes.some((shape) => address.includes(encodeURIComponent(shape)))).toBe(true);
  await signInToProvider("Gmail");
  await waitUntil(() => !frame.isConnected);

  const resources = performance.getEntriesByType("resource").map(({ name }) => name);
  const places = {
    "resource timing, without the frame's address": resources.filter((name) => name !== address),
    localStorage: JSON.stringify(localStorage),
    sessionStorage: JSON.stringify(sessionStorage),
    cookie: document.cookie,
    history: JSON.stringify(history.state),
    address: location.href,
    document: document.documentElement.outerHTML,
    console: JSON.stringify(consoles.map(({ mock }) => mock.calls)),
    "the server's log": await commands.serverLog(),
  };
  for (const [place, content] of Object.entries(places)) {
    for (const shape of shapes) expect(JSON.stringify(content), place).not.toContain(shape);
  }
});
