import type { Connector } from "@authkit-ui/contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { Card, findByName } from "./card.tsx";
import type { PageContestant } from "./contestant.ts";

const columns = 3;
/** Pixels. */
const rowHeight = 72;

function VirtualList({ connectors }: { connectors: Connector[] }) {
  const [search, setSearch] = useState("");
  const scroller = useRef<HTMLDivElement>(null);
  const found = findByName(connectors, search);
  const virtualizer = useVirtualizer({
    count: Math.ceil(found.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 3,
  });
  return (
    <>
      <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      <div ref={scroller} className="scroller">
        <div style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => (
            <ul
              key={key}
              className="cards"
              style={{ position: "absolute", width: "100%", transform: `translateY(${start}px)` }}
            >
              {found.slice(index * columns, (index + 1) * columns).map((connector) => (
                <li key={connector.platform} className="card">
                  <Card connector={connector} />
                </li>
              ))}
            </ul>
          ))}
        </div>
      </div>
    </>
  );
}

export const contestant: PageContestant = {
  mount: (root, { connectors }) => createRoot(root).render(<VirtualList connectors={connectors} />),
  card: ".card",
  name: ".name",
  input: "input",
};
