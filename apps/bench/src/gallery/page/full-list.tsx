import type { Connector } from "@authkit-ui/contract";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Card, findByName } from "./card.tsx";
import type { PageContestant } from "./contestant.ts";

function FullList({ connectors }: { connectors: Connector[] }) {
  const [search, setSearch] = useState("");
  return (
    <>
      <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      <ul className="cards">
        {findByName(connectors, search).map((connector) => (
          <li key={connector.platform} className="card">
            <Card connector={connector} />
          </li>
        ))}
      </ul>
    </>
  );
}

export const contestant: PageContestant = {
  mount: (root, { connectors }) => createRoot(root).render(<FullList connectors={connectors} />),
  card: ".card",
  name: ".name",
  input: "input",
};
