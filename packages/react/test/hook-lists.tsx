import { screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import { useConnections, useConnectors } from "../src/headless.ts";
import { Product, render } from "./render.tsx";

/** What the hook says, as text, with a button for everything that it offers. */
function Accounts() {
  const list = useConnections();
  return (
    <section aria-label="Accounts" data-status={list.status} data-stale={list.isOutdated}>
      <p role="note">{list.error?.code ?? "no error"}</p>
      <p>{list.attentionConnections.length} need attention</p>
      <button type="button" onClick={list.refresh}>
        Refresh
      </button>
      <ul>
        {list.connections.map(({ id, platform, name, state, access }) => (
          <li key={id} data-connection-id={id}>
            <span>{`${name ?? platform} ${state}${access === undefined ? "" : ` ${access}`}`}</span>
            <button type="button" onClick={() => list.disconnect?.(id)}>
              Disconnect {platform}
            </button>
            <button type="button" onClick={() => list.rename?.(id, "  Work  ")}>
              Rename {platform}
            </button>
            <button type="button" onClick={() => list.setAccess?.(id, "read")}>
              Only read {platform}
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
  const { status, connectors, categories, error, isOutdated, refresh } = useConnectors();
  return (
    <section aria-label="Catalog" data-status={status} data-stale={isOutdated}>
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

export const accounts = () => screen.getByRole("region", { name: "Accounts" });
export const catalog = () => screen.getByRole("region", { name: "Catalog" });
/** What the rows say, first to last, without their buttons. */
export const rows = () =>
  screen.queryAllByRole("listitem").map(({ firstChild }) => firstChild?.textContent);
export const untilRows = (...expected: string[]) => waitFor(() => expect(rows()).toEqual(expected));
export const ready = (region: HTMLElement) =>
  waitFor(() => expect(region).toHaveAttribute("data-status", "success"));

export const showAccountsOf = (viewer: string, props = {}) =>
  render(
    <Product viewerKey={viewer} {...props}>
      <Accounts />
    </Product>,
  );
