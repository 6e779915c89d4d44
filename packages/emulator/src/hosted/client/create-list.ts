import type { TokenRow } from "./protocol.ts";
import { announce, copyTemplate, part, setLogo } from "./screen.ts";

/** The searchable list of connectors. */
export interface ConnectorList {
  fill(rows: readonly TokenRow[]): void;
}

export function createList(onPick: (row: TokenRow) => void): ConnectorList {
  const search = part<HTMLInputElement>("search");
  const list = part<HTMLUListElement>("list");
  const none = part("no-match");
  let items: { element: HTMLElement; title: string }[] = [];

  const filter = () => {
    const words = search.value.trim().toLowerCase();
    let shown = 0;
    for (const { element, title } of items) {
      element.hidden = !title.includes(words);
      if (!element.hidden) shown += 1;
    }
    none.hidden = shown > 0;
    part("searched").textContent = search.value.trim();
    announce(shown === 1 ? "1 connector" : `${shown} connectors`);
  };
  search.addEventListener("input", filter);

  return {
    fill(rows) {
      items = rows.map((row) => {
        const element = copyTemplate("row-template");
        const name = element.querySelector("[data-name]");
        if (name) name.textContent = row.title;
        const image = element.querySelector("img");
        if (image) setLogo(image, row.image);
        element.querySelector("button")?.addEventListener("click", () => onPick(row));
        return { element, title: row.title.toLowerCase() };
      });
      list.replaceChildren(...items.map(({ element }) => element));
      filter();
    },
  };
}
