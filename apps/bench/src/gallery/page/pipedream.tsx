import type { Connector } from "@authkit-ui/contract";
import { FrontendClientProvider, SelectApp } from "@pipedream/connect-react";
import { createRoot } from "react-dom/client";
import { findByName } from "./card.tsx";
import type { PageContestant } from "./contestant.ts";

/** Answers as Pipedream's API would, from memory and at once. */
function createClient(connectors: readonly Connector[]) {
  const apps = connectors.map(({ platform, name, image }) => ({
    id: platform,
    nameSlug: platform,
    name,
    imgSrc: image,
  }));
  const pageOf = (found: typeof apps, from: number, limit: number): object => ({
    data: found.slice(from, from + limit),
    hasNextPage: () => from + limit < found.length,
    getNextPage: async () => pageOf(found, from + limit, limit),
  });
  return {
    apps: {
      list: async ({ q = "", limit = 50 }: { q?: string; limit?: number }) => {
        const names = new Set(findByName(connectors, q).map(({ platform }) => platform));
        return pageOf(
          apps.filter(({ id }) => names.has(id)),
          0,
          limit,
        );
      },
    },
  };
}

/** A select: its cards are the options of the menu, which is opened as soon as it can be. */
export const contestant: PageContestant = {
  mount: (root, { connectors }) => {
    createRoot(root).render(
      <FrontendClientProvider client={createClient(connectors)}>
        <SelectApp onChange={() => {}} />
      </FrontendClientProvider>,
    );
    const open = () => {
      const input = root.querySelector<HTMLElement>("input[role=combobox]");
      if (!input) return requestAnimationFrame(open);
      input.focus();
      return input.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    };
    requestAnimationFrame(open);
  },
  card: "[role=option]",
  input: "input[role=combobox]",
};
