import type { Connector, ConnectorsResponse } from "@authkit-ui/contract";
import type { Permissions } from "../connections/permissions.ts";
import type { Viewer } from "../identity/identity.ts";
import { hexDigest } from "../text/hex-digest.ts";
import type { Catalog, CatalogSnapshot } from "./catalog.ts";

/** The catalog as encoded JSON, with its ETag. */
export interface CatalogDocument {
  body: Uint8Array<ArrayBuffer>;
  etag: string;
}

export interface Connectors<V extends Viewer> {
  list(viewer?: V): Promise<ConnectorsResponse>;
  /** The same, encoded; made once per snapshot unless `authorize` makes it differ by viewer. */
  document(viewer: V): Promise<CatalogDocument>;
}

async function toDocument(response: ConnectorsResponse): Promise<CatalogDocument> {
  const body = new TextEncoder().encode(JSON.stringify(response));
  return { body, etag: `"${await hexDigest(body)}"` };
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
    const permission = await permissions.check({
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
      viewer && permissions.isRestricted
        ? await Promise.all(connectors.map((connector) => marked(connector, viewer)))
        : [...connectors];
    return { connectors: shown, total: shown.length };
  }

  return {
    list,
    document: async (viewer) => {
      if (permissions.isRestricted) return toDocument(await list(viewer));
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
