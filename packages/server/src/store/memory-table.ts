/** Rows of a memory store, by id and by whatever else they are looked up by. */
export interface MemoryTable<Row, Name extends string> {
  get(id: string): Row | undefined;
  /** The rows of that value, in the order in which they came. */
  by(index: Name, value: string): Iterable<Row>;
  set(row: Row): void;
  delete(id: string): void;
}

/** `indexes` say what a row is filed under; null: not there. */
export function createMemoryTable<Row extends { id: string }, Name extends string>(
  indexes: Record<Name, (row: Row) => string | null>,
): MemoryTable<Row, Name> {
  const rows = new Map<string, Row>();
  const names = Object.keys(indexes) as Name[];
  const filed = new Map(names.map((name) => [name, new Map<string, Set<string>>()]));

  const takeOut = (row: Row, name: Name) => {
    const value = indexes[name](row);
    const ids = value === null ? undefined : filed.get(name)?.get(value);
    ids?.delete(row.id);
    if (value !== null && ids?.size === 0) filed.get(name)?.delete(value);
  };
  const file = (row: Row, name: Name) => {
    const value = indexes[name](row);
    if (value === null) return;
    const index = filed.get(name);
    const ids = index?.get(value) ?? new Set();
    index?.set(value, ids.add(row.id));
  };

  return {
    get: (id) => rows.get(id),
    *by(index, value) {
      for (const id of filed.get(index)?.get(value) ?? []) {
        const row = rows.get(id);
        if (row) yield row;
      }
    },
    set: (row) => {
      const old = rows.get(row.id);
      for (const name of names) {
        if (old && indexes[name](old) === indexes[name](row)) continue;
        if (old) takeOut(old, name);
        file(row, name);
      }
      rows.set(row.id, row);
    },
    delete: (id) => {
      const row = rows.get(id);
      if (!row) return;
      for (const name of names) takeOut(row, name);
      rows.delete(id);
    },
  };
}
