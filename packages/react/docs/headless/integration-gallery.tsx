import {
  type Connector,
  searchConnectors,
  useConnect,
  useConnections,
  useConnectors,
  useFailureNotice,
  useMessages,
} from "@authkit-ui/react/headless";
import { useDeferredValue, useState } from "react";

const pageSize = 24;
/** No category has this name; an empty text stands for those without one. */
const all = "*";

/** The catalog: searched, filtered by category, a page at a time. */
export function IntegrationGallery() {
  const { status, connectors, categories, refresh } = useConnectors();
  const { gallery } = useMessages();
  const [query, setQuery] = useState("");
  const [category, setCategory] = useState(all);
  const [limit, setLimit] = useState(pageSize);
  // Typing stays quick, however long the catalog is.
  const search = useDeferredValue(query);

  if (status === "pending") return <p role="status">Loading integrations…</p>;
  if (status === "error") {
    return (
      <p role="alert">
        {gallery.error.title}. {gallery.error.text}{" "}
        <button type="button" onClick={refresh}>
          Try again
        </button>
      </p>
    );
  }
  const found = searchConnectors(connectors, search).filter(
    (connector) => category === all || (connector.category ?? "") === category,
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
        <option value={all}>All categories</option>
        {categories.map(({ name, count }) => (
          <option key={name ?? ""} value={name ?? ""}>
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
  const failureNotice = useFailureNotice();
  // An error's own message is for developers.
  const failure = error && failureNotice(error, { name });
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
      {failure && (
        <span role="alert">
          {failure.title}. {failure.text}
        </span>
      )}
    </li>
  );
}
