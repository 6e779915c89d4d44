import type { Connection, Environment, IdentityType } from "./connection.ts";

/** What a list is narrowed down by; an absent filter lets everything through. */
export interface ConnectionFilter {
  environment: Environment;
  active?: boolean | undefined;
  keys?: readonly string[] | undefined;
  identity?: string | undefined;
  identityType?: IdentityType | undefined;
  platform?: string | undefined;
  name?: string | undefined;
  tags?: readonly string[] | undefined;
}

/** One stretch of a list, newest first. */
export interface ConnectionSlice {
  rows: Connection[];
  total: number;
}

type ConnectionChange = Partial<Pick<Connection, "name" | "tags" | "state" | "active">>;

/**
 * All connections, indexed so that a page costs the same at any depth and any size.
 * Each index is a list in order of creation; a list is read from its end.
 */
export class Vault {
  readonly #byId = new Map<string, Connection>();
  readonly #byKey = new Map<string, Connection>();
  readonly #indexes = new Map<string, Connection[]>();
  /** The order of creation; two connections may well be of the same millisecond. */
  readonly #positions = new WeakMap<Connection, number>();
  #added = 0;

  get size(): number {
    return this.#byId.size;
  }

  /** Every connection, oldest first. */
  all(): Connection[] {
    return [...this.#byId.values()];
  }

  add(connection: Connection): void {
    this.#byId.set(connection.id, connection);
    this.#byKey.set(connection.key, connection);
    this.#positions.set(connection, ++this.#added);
    for (const name of indexNames(connection)) {
      const index = this.#indexes.get(name);
      if (index) index.push(connection);
      else this.#indexes.set(name, [connection]);
    }
  }

  byId(id: string): Connection | undefined {
    return this.#byId.get(id);
  }

  byKey(key: string): Connection | undefined {
    return this.#byKey.get(key);
  }

  /** Changes a connection in place, wherever it is indexed. */
  update(connection: Connection, change: ConnectionChange, now: number): Connection {
    const moves = change.active !== undefined && change.active !== connection.active;
    if (moves) this.#takeOut(connection);
    Object.assign(connection, change, { updatedAt: now });
    if (moves) this.#putBack(connection);
    return connection;
  }

  remove(connection: Connection): void {
    this.#takeOut(connection);
    this.#byId.delete(connection.id);
    this.#byKey.delete(connection.key);
  }

  clear(): void {
    this.#byId.clear();
    this.#byKey.clear();
    this.#indexes.clear();
  }

  list(filter: ConnectionFilter, skip: number, limit: number): ConnectionSlice {
    const index = this.#smallestIndex(filter);
    const isIndexed = filter.keys === undefined && hasOneIndex(filter);
    if (isIndexed) return { rows: newestFirst(index, skip, limit), total: index.length };
    const matching = index.filter((connection) => matches(connection, filter));
    return { rows: newestFirst(matching, skip, limit), total: matching.length };
  }

  #smallestIndex(filter: ConnectionFilter): readonly Connection[] {
    if (filter.keys) {
      return filter.keys.flatMap((key) => this.#byKey.get(key) ?? []);
    }
    const { environment, active, identity, platform } = filter;
    const scope = active === undefined ? environment : `${environment}/${active}`;
    const part =
      identity !== undefined
        ? `${scope}/identity/${identity}`
        : platform !== undefined
          ? `${scope}/platform/${platform}`
          : scope;
    return this.#indexes.get(part) ?? [];
  }

  #takeOut(connection: Connection): void {
    for (const name of indexNames(connection)) {
      const index = this.#indexes.get(name) ?? [];
      index.splice(index.indexOf(connection), 1);
      if (index.length === 0) this.#indexes.delete(name);
    }
  }

  #putBack(connection: Connection): void {
    const position = (one: Connection) => this.#positions.get(one) ?? 0;
    for (const name of indexNames(connection)) {
      const index = this.#indexes.get(name) ?? [];
      const next = index.findIndex((other) => position(other) > position(connection));
      index.splice(next === -1 ? index.length : next, 0, connection);
      this.#indexes.set(name, index);
    }
  }
}

function indexNames({ environment, active, identity, platform }: Connection): string[] {
  return [environment, `${environment}/${active}`].flatMap((scope) => [
    scope,
    `${scope}/platform/${platform}`,
    ...(identity === null ? [] : [`${scope}/identity/${identity}`]),
  ]);
}

/** Whether one index answers the filter on its own. */
function hasOneIndex(filter: ConnectionFilter): boolean {
  const { identity, platform, identityType, name, tags } = filter;
  const narrowed = [identityType, name, tags].some((value) => value !== undefined);
  return !narrowed && (identity === undefined || platform === undefined);
}

function matches(connection: Connection, filter: ConnectionFilter): boolean {
  return (
    connection.environment === filter.environment &&
    (filter.active === undefined || connection.active === filter.active) &&
    (filter.identity === undefined || connection.identity === filter.identity) &&
    (filter.identityType === undefined || connection.identityType === filter.identityType) &&
    (filter.platform === undefined || connection.platform === filter.platform) &&
    (filter.name === undefined || connection.name === filter.name) &&
    (filter.tags === undefined || filter.tags.every((tag) => connection.tags.includes(tag)))
  );
}

/** The slice of a list in order of creation, read from its end. */
function newestFirst(oldestFirst: readonly Connection[], skip: number, limit: number) {
  const end = Math.max(0, oldestFirst.length - skip);
  return oldestFirst.slice(Math.max(0, end - limit), end).reverse();
}
