import type { Connector } from "@authkit-ui/contract";

/** One connector as the lists made here show it: as much as a card of the kit's says. */
export function Card({ connector }: { connector: Connector }) {
  return (
    <>
      <img
        src={connector.image ?? ""}
        alt=""
        width="24"
        height="24"
        loading="lazy"
        decoding="async"
      />
      <span className="text">
        <span className="name">{connector.name}</span>
        <span className="category">{connector.description ?? connector.category}</span>
      </span>
      <button type="button">Connect</button>
    </>
  );
}

/** Connectors whose name contains what was typed. */
export function findByName(connectors: readonly Connector[], search: string): Connector[] {
  const text = search.toLowerCase();
  return connectors.filter(({ name }) => name.toLowerCase().includes(text));
}
