import { expect, inject } from "vitest";
import { commands, page } from "vitest/browser";
import { useConnections, useConnectors } from "../src/headless.ts";
import { Product, render } from "./render.tsx";

/** Connects at Pica, as somebody does whom the kit has not seen. */
export const connectAtPica = (viewer: string, platform: string, details = {}) =>
  commands.control(inject("authKitOrigin"), "createConnection", {
    platform,
    identity: viewer,
    ...details,
  });

/** What the hook says, as text, with a button for everything that it offers. */
function Accounts() {
  const list = useConnections();
  return (
    <section aria-label="Accounts" data-status={list.status} data-stale={list.isStale}>
      <p role="note">{list.error?.code ?? "no error"}</p>
      <p>{list.needsAttention.length} need attention</p>
      <button type="button" onClick={list.refresh}>
        Refresh
      </button>
      <ul>
        {list.connections.map(({ id, platform, name, state }) => (
          <li key={id} data-connection-id={id}>
            {name ?? platform} {state}
            <button type="button" onClick={() => list.disconnect?.(id)}>
              Disconnect {platform}
            </button>
            <button type="button" onClick={() => list.rename?.(id, "  Work  ")}>
              Rename {platform}
            </button>
            <button type="button" onClick={() => list.reconnect?.(id)}>
              Reconnect {platform}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same of the catalog. */
export function Catalog() {
  const { status, connectors, categories, error, isStale, refresh } = useConnectors();
  return (
    <section aria-label="Catalog" data-status={status} data-stale={isStale}>
      <p role="note">{error?.code ?? "no error"}</p>
      <p>
        {connectors.length} connectors, {categories.length} categories, {connectors[0]?.name} first
      </p>
      <button type="button" onClick={refresh}>
        Refresh
      </button>
    </section>
  );
}

export const accounts = () => page.getByRole("region", { name: "Accounts" });
export const catalog = () => page.getByRole("region", { name: "Catalog" });
export const rows = () => page.getByRole("listitem");
export const ready = (region: ReturnType<typeof accounts>) =>
  expect.element(region).toHaveAttribute("data-status", "success");

export const showAccountsOf = (viewer: string, props = {}) =>
  render(
    <Product viewerKey={viewer} {...props}>
      <Accounts />
    </Product>,
  );
