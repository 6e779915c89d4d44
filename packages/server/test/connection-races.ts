import { type ConnectServer, type ConnectStore, createConnectServer } from "../src/index.ts";
import { type StatementScheduler, seededRandom } from "./statement-scheduler.ts";
import { openPostgres } from "./test-store.ts";

const origin = "http://product.test";

interface PicaRow {
  _id: string;
  key: string;
  platform: "gmail";
  environment: "test";
  state: "operational";
  identity: string;
  identityType: "user";
  active: true;
}

/** As much of Pica as these clients use, with ids that are the same for the same seed. */
class SmallPica {
  readonly rows = new Map<string, PicaRow>();
  /** Asked before each deletion; what it resolves to is the status. */
  onDelete: (row: PicaRow) => Promise<number> = async () => 200;
  private minted = 0;

  mint(identity: string): string {
    const _id = `pica-${identity}-${this.minted++}`;
    const key = `test::gmail::default::${_id}`;
    this.rows.set(_id, {
      _id,
      key,
      platform: "gmail",
      environment: "test",
      state: "operational",
      identity,
      identityType: "user",
      active: true,
    });
    return key;
  }

  async fetch(url: URL, method: string): Promise<Response> {
    const path = url.pathname.replace("/v1/vault/connections", "");
    if (method === "DELETE") {
      const id = decodeURIComponent(path.slice(1));
      const row = this.rows.get(id);
      if (!row) return Response.json({}, { status: 404 });
      const status = await this.onDelete(row);
      if (status === 200) this.rows.delete(id);
      return Response.json({}, { status });
    }
    const query = url.searchParams;
    const rows = [...this.rows.values()].filter(
      (row) =>
        row.identity === query.get("identity") &&
        (!query.has("key") || row.key === query.get("key")) &&
        String(row.active) === (query.get("active") ?? "true"),
    );
    return Response.json({ rows, pages: 1, page: 1, total: rows.length });
  }
}

type Task =
  | { kind: "save"; session: string; key: string; reconnectId?: string }
  | { kind: "rename"; id: string; name: string }
  | { kind: "disconnect"; id: string }
  | { kind: "list" };

interface Outcome {
  task: Task;
  startedAt: number;
  endedAt: number;
  status: number;
  body: { id?: string; key?: string; code?: string };
}

interface Row {
  id: string;
  key: string;
  picaId: string;
  name: string | null;
  state: string;
}

/** Two instances of the server, each with its own pool, on one database. */
export class ConnectionRaces {
  private readonly scheduler: StatementScheduler;
  private readonly stores: ConnectStore[];

  constructor(scheduler: StatementScheduler, url: string) {
    this.scheduler = scheduler;
    this.stores = ["a", "b"].map((name) =>
      openPostgres(url, { poolSize: 12, client: scheduler.clientClass(name) }),
    );
  }

  async migrate(): Promise<void> {
    await this.stores[0]?.migrate();
  }

  async end(): Promise<void> {
    for (const store of this.stores) await store.close();
  }

  /** One interleaving; what it broke, in words. */
  async play(seed: number): Promise<string[]> {
    const random = seededRandom(seed);
    const pick = <Value>(values: readonly Value[]): Value =>
      values[Math.floor(random() * values.length)] as Value;
    const chance = (probability: number) => random() < probability;

    const { scheduler } = this;
    const identity = `u_${seed}`;
    const pica = new SmallPica();
    const broken: string[] = [];
    let clock = Date.UTC(2026, 0, 1);
    let moment = 0;
    const servers: ConnectServer[] = this.stores.map((store, index) =>
      createConnectServer({
        secret: "sk_test_local",
        authenticate: () => ({ user: identity }),
        store: { ...store, migrate: async () => {}, close: async () => {} },
        rateLimits: false,
        origin,
        logger: { debug() {}, info() {}, warn() {}, error() {} },
        now: () => clock,
        pica: { timeout: 60_000 },
        fetch: async (input, init) => {
          const url = new URL(String(input));
          const method = init?.method ?? "GET";
          await scheduler.gate(`${index}: ${method} ${url.pathname} ${url.search}`);
          return scheduler.whole(() => pica.fetch(url, method));
        },
      }),
    );
    const call = async (server: ConnectServer, path: string, method = "GET", body?: unknown) => {
      const request = new Request(`${origin}/api/connect${path}`, {
        method,
        headers: { origin, "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const response = await server.handler(request);
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : {} };
    };
    const [first] = servers as [ConnectServer, ...ConnectServer[]];
    const beginSession = async (body: object): Promise<string> => {
      clock += 1000;
      const begun = await call(first, "/sessions", "POST", body);
      if (begun.status !== 201) throw new Error(`No session: ${JSON.stringify(begun)}`);
      clock += 1000;
      return begun.body.id;
    };
    const rows = () =>
      scheduler.query<Row>(
        `SELECT id, connection_key AS key, pica_id AS "picaId", name, state
           FROM user_connections WHERE user_id = $1`,
        [identity],
      );

    // What there is before the race: one or two connections, and what people are about to do.
    const tasks: Task[] = [{ kind: "list" }, { kind: "list" }];
    for (let n = chance(0.3) ? 2 : 1; n > 0; n--) {
      const session = await beginSession({ platform: "gmail" });
      const key = pica.mint(identity);
      const saved = await call(first, "/connections", "POST", { key, sessionId: session });
      const id: string = saved.body.id;
      for (let count = 1 + Math.floor(random() * 2); count > 0; count--) {
        const reconnect = await beginSession({ reconnectId: id });
        const newKey = pica.mint(identity);
        const save: Task = { kind: "save", session: reconnect, key: newKey, reconnectId: id };
        tasks.push(save, save, save);
      }
      tasks.push({ kind: "rename", id, name: `Name ${n}` }, { kind: "save", session, key });
      if (chance(0.5)) tasks.push({ kind: "disconnect", id }, { kind: "disconnect", id });
    }
    if (chance(0.4)) {
      const session = await beginSession({ platform: "gmail" });
      const save: Task = { kind: "save", session, key: pica.mint(identity) };
      tasks.push(save, save);
    }
    await Promise.all(servers.map((server) => call(server, "/connections")));

    pica.onDelete = async ({ key }) => {
      if (chance(0.1)) return 403;
      const held = await scheduler.query(
        `SELECT FROM user_connections u WHERE connection_key = $1 AND NOT EXISTS (
           SELECT FROM pending_deletions d WHERE d.connection_id = u.id
             AND d.connection_key = u.connection_key AND d.reason = 'disconnected')`,
        [key],
      );
      if (held.length > 0) broken.push(`A key was deleted at Pica that a row holds: ${key}`);
      return 200;
    };

    const outcomes: Outcome[] = [];
    const perform = async (server: ConnectServer, task: Task): Promise<void> => {
      const startedAt = ++moment;
      // Long enough for the next synchronization to be due.
      clock += 3_000;
      const answer = await (task.kind === "save"
        ? call(server, "/connections", "POST", { key: task.key, sessionId: task.session })
        : task.kind === "rename"
          ? call(server, `/connections/${task.id}`, "PATCH", { name: task.name })
          : task.kind === "disconnect"
            ? call(server, `/connections/${task.id}`, "DELETE")
            : call(server, "/connections?refresh=true"));
      outcomes.push({ task, startedAt, endedAt: ++moment, ...answer });
    };
    const clients = Array.from({ length: 2 + Math.floor(random() * 3) }, () => {
      const server = pick(servers);
      const own = Array.from({ length: 1 + Math.floor(random() * 2) }, () => pick(tasks));
      return async () => {
        for (const task of own) await perform(server, task);
      };
    });
    await scheduler.run(random, clients);
    const unexpected = outcomes.filter(
      ({ status, body }) => status >= 500 && body.code !== "upstream_forbidden",
    );
    for (const { task, status, body } of unexpected) {
      broken.push(`${JSON.stringify(task)} was answered ${status} ${JSON.stringify(body)}`);
    }

    // Afterwards nothing fails, and everything that is due is done.
    pica.onDelete = async () => 200;
    for (let round = 0; round < 2; round++) {
      clock += 300_000;
      await call(first, "/connections?refresh=true");
    }
    for (const server of servers) await server.close();
    const left = await rows();
    broken.push(...findLosses(outcomes, left), ...findDifferences(left, [...pica.rows.values()]));
    const open = await scheduler.query(
      "SELECT FROM pending_deletions WHERE user_id = $1 AND settled_at IS NULL",
      [identity],
    );
    if (open.length > 0) broken.push(`${open.length} deletions were never done.`);
    if (broken.length === 0) return [];
    return [
      ...broken,
      ...outcomes.map(
        ({ task, startedAt, endedAt, status, body }) =>
          `  [${startedAt}–${endedAt}] ${JSON.stringify(task)} → ${status} ${body.id ?? ""} ${body.key ?? ""}`,
      ),
      ...scheduler.trace.map((line) => `    ${line}`),
    ];
  }
}

/** What was acknowledged and is not so, though nobody undid it later or at the same time. */
function findLosses(outcomes: readonly Outcome[], rows: readonly Row[]): string[] {
  const lost: string[] = [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const done = outcomes.filter(({ status }) => status < 300);
  const disconnects = done.filter(({ task }) => task.kind === "disconnect");
  for (const one of done) {
    const { task, body, startedAt } = one;
    if (task.kind === "disconnect" && byId.has(task.id)) {
      lost.push(`${task.id} was disconnected and is there.`);
    }
    if (task.kind === "save") {
      const row = byId.get(body.id ?? "");
      const wasEnded = disconnects.some(
        (other) =>
          other.task.kind === "disconnect" &&
          other.task.id === body.id &&
          other.endedAt > startedAt,
      );
      if (!row && !wasEnded) lost.push(`${body.key} was saved and has no row.`);
      const later = done.some(
        (other) =>
          other.task.kind === "save" &&
          other.body.id === body.id &&
          other.body.key === row?.key &&
          other.endedAt > startedAt,
      );
      if (row && row.key !== body.key && !later) {
        lost.push(`${body.key} was saved, and its row holds ${row.key}, saved before.`);
      }
    }
    if (task.kind === "rename") {
      const row = byId.get(task.id);
      if (row && row.name !== task.name) {
        lost.push(`${task.id} was renamed, and is called ${row.name}.`);
      }
    }
  }
  return lost;
}

/** Table and Pica must agree: no duplicate, no orphan, nothing gone. */
function findDifferences(rows: readonly Row[], living: readonly PicaRow[]): string[] {
  const differences: string[] = [];
  const keys = new Set(rows.map(({ key }) => key));
  const livingKeys = new Set(living.map(({ key }) => key));
  if (new Set(rows.map(({ picaId }) => picaId)).size < rows.length) {
    differences.push("Two rows are of one connection at Pica.");
  }
  for (const { id, key, state } of rows) {
    if (state === "gone") differences.push(`Row ${id} (${key}) is gone.`);
    if (!livingKeys.has(key)) differences.push(`Row ${id} holds ${key}, which Pica does not have.`);
  }
  for (const { key } of living) {
    if (!keys.has(key)) differences.push(`${key} lives at Pica and is in no row.`);
  }
  return differences;
}
