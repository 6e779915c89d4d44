/** Rows of the memory store, indexed by id and by other values. */
export interface MemoryTable<Row, Name extends string> {
  get(id: string): Row | undefined;
  /** The rows with that value in the index, in the order in which they were added. */
  by(index: Name, value: string): Iterable<Row>;
  set(row: Row): void;
  delete(id: string): void;
}

/** `indexes` gives a row's value in each index; null leaves it out. */
export function createMemoryTable<Row extends { id: string }, Name extends string>(
  indexes: Record<Name, (row: Row) => string | null>,
): MemoryTable<Row, Name> {
  const rows = new Map<string, Row>();
  const names = Object.keys(indexes) as Name[];
  const entries = new Map(names.map((name) => [name, new Map<string, Set<string>>()]));

  const removeFromIndex = (row: Row, name: Name) => {
    const value = indexes[name](row);
    const ids = value === null ? undefined : entries.get(name)?.get(value);
    ids?.delete(row.id);
    if (value !== null && ids?.size === 0) entries.get(name)?.delete(value);
  };
  const addToIndex = (row: Row, name: Name) => {
    const value = indexes[name](row);
    if (value === null) return;
    const index = entries.get(name);
    const ids = index?.get(value) ?? new Set();
    index?.set(value, ids.add(row.id));
  };

  return {
    get: (id) => rows.get(id),
    *by(index, value) {
      for (const id of entries.get(index)?.get(value) ?? []) {
        const row = rows.get(id);
        if (row) yield row;
      }
    },
    set: (row) => {
      const old = rows.get(row.id);
      for (const name of names) {
        if (old && indexes[name](old) === indexes[name](row)) continue;
        if (old) removeFromIndex(old, name);
        addToIndex(row, name);
      }
      rows.set(row.id, row);
    },
    delete: (id) => {
      const row = rows.get(id);
      if (!row) return;
      for (const name of names) removeFromIndex(row, name);
      rows.delete(id);
    },
  };
}
