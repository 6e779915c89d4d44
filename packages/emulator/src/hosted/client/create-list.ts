import type { Screen } from "./create-screen.ts";
import type { TokenRow } from "./protocol.ts";

/** The searchable list of connectors. */
export interface ConnectorList {
  fill(rows: readonly TokenRow[]): void;
}

export function createList(screen: Screen, onPick: (row: TokenRow) => void): ConnectorList {
  const search = screen.part<HTMLInputElement>("search");
  const list = screen.part<HTMLUListElement>("list");
  const none = screen.part("no-match");
  let items: { element: HTMLElement; title: string }[] = [];

  const filter = () => {
    const words = search.value.trim().toLowerCase();
    let shown = 0;
    for (const { element, title } of items) {
      element.hidden = !title.includes(words);
      if (!element.hidden) shown += 1;
    }
    none.hidden = shown > 0;
    screen.part("searched").textContent = search.value.trim();
    screen.announce(shown === 1 ? "1 connector" : `${shown} connectors`);
  };
  search.addEventListener("input", filter);

  return {
    fill(rows) {
      items = rows.map((row) => {
        const element = screen.copy("row-template");
        const name = element.querySelector("[data-name]");
        if (name) name.textContent = row.title;
        const image = element.querySelector("img");
        if (image) screen.logo(image, row.image);
        element.querySelector("button")?.addEventListener("click", () => onPick(row));
        return { element, title: row.title.toLowerCase() };
      });
      list.replaceChildren(...items.map(({ element }) => element));
      filter();
    },
  };
}
