import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** A source of numbers from 0 to below 1 that gives the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Gate {
  name: string;
  open(): void;
}

/** Whose step it is, and how many that one has come to so far. */
interface Party {
  name: string;
  steps: number;
}

const parties = new AsyncLocalStorage<Party>();

/** Statements that touch these tables are scheduled; sessions, say, are nobody's race. */
const scheduledTables = /\b(?:user_connections|pending_deletions)\b/;
const isRead = (text: string) => /^\s*select\b/i.test(text) && !/for (?:update|share)/i.test(text);

type Callback = (error: Error | null, result?: pg.QueryResult) => void;

/**
 * Decides, from a seed, which of several clients takes the next step. A step is one statement, the
 * commit of a statement that stands alone, or one request to Pica. Nothing rests on time: the next
 * step is taken once every client either stands before its own next one, or waits for a lock as
 * PostgreSQL itself says.
 */
export class StatementScheduler {
  /** Names of the steps taken, for the report of a failure. */
  readonly trace: string[] = [];
  private readonly monitor: pg.Client;
  private random = seededRandom(0);
  /** How likely whoever took the last step takes the next one too. */
  private persistence = 0;
  private active = false;
  private gates: Gate[] = [];
  /** Backends whose statement runs now. */
  private readonly running = new Set<number>();
  /** Work of which no lock tells, e.g. a statement that is not scheduled. */
  private unscheduled = 0;
  private changes = 0;

  private constructor(monitor: pg.Client) {
    this.monitor = monitor;
  }

  static async connect(url: string): Promise<StatementScheduler> {
    const monitor = new pg.Client({ connectionString: url });
    await monitor.connect();
    return new StatementScheduler(monitor);
  }

  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.monitor.query<Row>(text, values)).rows;
  }

  end(): Promise<void> {
    return this.monitor.end();
  }

  /** Runs `works` at once, one step at a time, until all are done. */
  async run(random: () => number, works: readonly (() => Promise<void>)[]): Promise<void> {
    this.random = random;
    // Some faults need many turns, others one turn at the right place.
    this.persistence = [0, 0.5, 0.8, 0.9][Math.floor(random() * 4)] ?? 0;
    this.trace.length = 0;
    this.active = true;
    let left = works.length;
    const all = Promise.all(
      works.map((work, index) =>
        parties.run({ name: String.fromCharCode(65 + index), steps: 0 }, work).finally(() => {
          left--;
          this.changes++;
        }),
      ),
    );
    // Looked at below, once every client has come to its end.
    all.catch(() => {});
    for (;;) {
      await this.quiet();
      const isOver = left === 0 && this.running.size === 0;
      if (this.gates.length === 0 && isOver) break;
      if (this.gates.length > 0) this.step();
    }
    this.active = false;
    await all;
  }

  /** Waits for its turn. */
  gate(name: string): Promise<void> {
    if (!this.active) return Promise.resolve();
    this.changes++;
    const party = parties.getStore();
    const step = party ? `${party.name}${String(++party.steps).padStart(3, "0")}` : "?";
    return new Promise((open) => this.gates.push({ name: `${step} ${name}`, open }));
  }

  /** Counts work that the next step has to wait for. */
  async whole<Value>(work: () => Promise<Value>): Promise<Value> {
    this.unscheduled++;
    try {
      return await work();
    } finally {
      this.unscheduled--;
      this.changes++;
    }
  }

  private step(): void {
    // Their order of arrival may be the machine's; that of their names is not.
    this.gates.sort((a, b) => (a.name < b.name ? -1 : 1));
    const last = this.trace.at(-1)?.[0];
    const own = this.gates.findIndex(({ name }) => name[0] === last);
    const persists = own >= 0 && this.random() < this.persistence;
    const next = persists ? own : Math.floor(this.random() * this.gates.length);
    const [gate] = this.gates.splice(next, 1);
    this.changes++;
    this.trace.push(gate?.name ?? "");
    gate?.open();
  }

  /** Resolves once nobody moves. */
  private async quiet(): Promise<void> {
    for (let before = -1; before !== this.changes; ) {
      before = this.changes;
      // What one answer leads to in the process takes a few turns, and no time.
      for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done));
      if (this.unscheduled > 0 || !(await this.allWait())) before = -1;
    }
  }

  private async allWait(): Promise<boolean> {
    if (this.running.size === 0) return true;
    const waiting = await this.query<{ pid: number }>("SELECT pid FROM pg_locks WHERE NOT granted");
    const pids = new Set(waiting.map(({ pid }) => pid));
    return [...this.running].every((pid) => pids.has(pid));
  }

  /** A client class for `pg`'s pool, whose statements wait for their turn. */
  clientClass(name: string): new () => pg.ClientBase {
    const scheduler = this;
    const gated = class extends pg.Client {
      private inTransaction = false;

      // @ts-expect-error pg's overloads cannot be implemented as one signature.
      override query(config: string | pg.QueryConfig, ...rest: unknown[]) {
        const callback = rest.find((one): one is Callback => typeof one === "function");
        const values = rest.find(Array.isArray);
        const text = typeof config === "string" ? config : config.text;
        const send = (statement: string | pg.QueryConfig, parameters?: unknown[]) =>
          super.query(statement as string, parameters as unknown[]);
        const result = this.scheduled(text, () => send(config, values), send);
        if (!callback) return result;
        result.then(
          (answer) => callback(null, answer),
          (error: Error) => callback(error),
        );
        return undefined;
      }

      private async scheduled(
        text: string,
        run: () => Promise<pg.QueryResult>,
        send: (text: string) => Promise<pg.QueryResult>,
      ): Promise<pg.QueryResult> {
        const isBegin = /^\s*begin\b/i.test(text);
        if (!scheduler.active) return run();
        if (!isBegin && !this.inTransaction && !scheduledTables.test(text)) {
          return scheduler.whole(run);
        }
        const isEnd = /^\s*(?:commit|rollback)\b/i.test(text);
        if (isBegin) this.inTransaction = true;
        if (isEnd) this.inTransaction = false;
        const label = `${name}: ${text.replaceAll(/\s+/g, " ").slice(0, 90)}`;
        await scheduler.gate(label);
        // Neither waits for a row.
        if (isEnd || (isRead(text) && !this.inTransaction)) return scheduler.whole(run);
        if (this.inTransaction) return this.watched(run);
        // It commits by itself; how long after its last word is up to the schedule.
        try {
          const result = await this.watched(() => send("BEGIN").then(run));
          await scheduler.gate(`${label} (commit)`);
          await scheduler.whole(() => send("COMMIT"));
          return result;
        } catch (error) {
          await scheduler.whole(() => send("ROLLBACK"));
          throw error;
        }
      }

      private async watched<Value>(run: () => Promise<Value>): Promise<Value> {
        const pid = (this as unknown as { processID: number }).processID;
        scheduler.running.add(pid);
        try {
          return await run();
        } finally {
          scheduler.running.delete(pid);
          scheduler.changes++;
        }
      }
    };
    return gated as new () => pg.ClientBase;
  }
}
