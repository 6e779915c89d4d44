import { Command } from "cmdk";
import { createRoot } from "react-dom/client";
import { Card } from "./card.tsx";
import type { PageContestant } from "./contestant.ts";

/** As the other lists find; its own ranks letters with gaps between them above whole words. */
const filter = (name: string, search: string) =>
  name.toLowerCase().includes(search.toLowerCase()) ? 1 : 0;

export const contestant: PageContestant = {
  mount: (root, { connectors }) =>
    createRoot(root).render(
      <Command label="Connectors" filter={filter}>
        <Command.Input />
        <Command.List className="scroller">
          {connectors.map((connector) => (
            <Command.Item key={connector.platform} value={connector.name} className="card">
              <Card connector={connector} />
            </Command.Item>
          ))}
        </Command.List>
      </Command>,
    ),
  card: ".card",
  name: ".name",
  input: "input",
};
