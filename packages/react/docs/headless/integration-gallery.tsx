import {
  type Connector,
  searchConnectors,
  useConnect,
  useConnections,
  useConnectors,
} from "@authkit-ui/react/headless";
import { useDeferredValue, useState } from "react";

const pageSize = 24;

/** The catalog: searched, filtered by category, a page at a time. */
export function IntegrationGallery() {
  const { status, connectors, categories, error, refresh } = useConnectors();
  const [query, setQuery] = useState("");
  const [category, setCategory] = useState("");
  const [limit, setLimit] = useState(pageSize);
  // Typing stays quick, however long the catalog is.
  const search = useDeferredValue(query);

  if (status === "loading") return <p role="status">Loading integrations…</p>;
  if (status === "error") {
    return (
      <p role="alert">
        {error?.message}{" "}
        <button type="button" onClick={refresh}>
          Try again
        </button>
      </p>
    );
  }
  const found = searchConnectors(connectors, search).filter(
    (connector) => category === "" || connector.category === category,
  );
  return (
    <section aria-label="Integrations">
      <input
        type="search"
        aria-label="Search integrations"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <select
        aria-label="Category"
        value={category}
        onChange={(event) => setCategory(event.target.value)}
      >
        <option value="">All categories</option>
        {categories.map(({ name, count }) => (
          <option key={name} value={name ?? ""}>
            {name ?? "Other"} ({count})
          </option>
        ))}
      </select>
      <p role="status">{found.length} integrations</p>
      <ul>
        {found.slice(0, limit).map((connector) => (
          <Integration key={connector.platform} connector={connector} />
        ))}
      </ul>
      {found.length > limit && (
        <button type="button" onClick={() => setLimit(limit + pageSize)}>
          Show {pageSize} more
        </button>
      )}
    </section>
  );
}

function Integration({ connector: { platform, name, unavailable } }: { connector: Connector }) {
  const { open, isLoading, error } = useConnect({ platform });
  const { connections } = useConnections({ platform });
  return (
    <li>
      {name}
      {connections.length > 0 && ` · ${connections.length} connected`}
      {unavailable === undefined ? (
        <button type="button" onClick={open} aria-disabled={isLoading}>
          Connect {name}
        </button>
      ) : (
        ` · ${unavailable}`
      )}
      {error && <span role="alert">{error.message}</span>}
    </li>
  );
}
