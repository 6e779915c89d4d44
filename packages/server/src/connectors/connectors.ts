import type { Connector, ConnectorsResponse } from "@authkit-ui/contract";
import type { Permissions } from "../connections/permissions.ts";
import type { Viewer } from "../identity/identity.ts";
import type { Catalog, CatalogSnapshot } from "./catalog.ts";

/** The catalog as it travels: JSON, encoded once, and what names its version. */
export interface CatalogDocument {
  body: Uint8Array<ArrayBuffer>;
  etag: string;
}

export interface Connectors<V extends Viewer> {
  list(viewer?: V): Promise<ConnectorsResponse>;
  /** The same for the wire; made once for each reading of the catalog where nobody differs. */
  document(viewer: V): Promise<CatalogDocument>;
}

async function toDocument(response: ConnectorsResponse): Promise<CatalogDocument> {
  const body = new TextEncoder().encode(JSON.stringify(response));
  const digest = await crypto.subtle.digest("SHA-1", body);
  const name = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return { body, etag: `"${name.join("")}"` };
}

export function createConnectors<V extends Viewer>({
  catalog,
  permissions,
}: {
  catalog: Catalog;
  permissions: Permissions<V>;
}): Connectors<V> {
  const documents = new WeakMap<CatalogSnapshot, Promise<CatalogDocument>>();

  async function marked(connector: Connector, viewer: V): Promise<Connector> {
    const { platform } = connector;
    const permission = await permissions.ask({
      viewer,
      identityType: "user",
      action: "connect",
      platform,
    });
    return permission === true ? connector : { ...connector, unavailable: permission.reason };
  }

  async function list(viewer?: V): Promise<ConnectorsResponse> {
    const { connectors } = await catalog.read();
    const shown =
      viewer && permissions.decides
        ? await Promise.all(connectors.map((connector) => marked(connector, viewer)))
        : [...connectors];
    return { connectors: shown, total: shown.length };
  }

  return {
    list,
    document: async (viewer) => {
      if (permissions.decides) return toDocument(await list(viewer));
      const snapshot = await catalog.read();
      const { connectors } = snapshot;
      const known = documents.get(snapshot);
      if (known) return known;
      const made = toDocument({ connectors: [...connectors], total: connectors.length });
      documents.set(snapshot, made);
      return made;
    },
  };
}
