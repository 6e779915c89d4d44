import { WebSocket } from "ws";

/** One page, or one frame in it. */
export interface BidiContext {
  context: string;
  url: string;
  children: BidiContext[] | null;
}

/** A session of WebDriver BiDi, the standard by which a browser is driven from outside. */
export interface Bidi {
  send: <Result>(method: string, params: object) => Promise<Result>;
  /** Every page and frame, outer before inner. */
  contexts: () => Promise<BidiContext[]>;
  /** Runs an expression in a page or frame, as its own code. */
  evaluate: (context: string, expression: string) => Promise<void>;
  close: () => void;
}

interface Answer {
  id?: number;
  type: "success" | "error" | "event";
  result?: unknown;
  message?: string;
}

/** @param address Where the browser listens, e.g. `ws://127.0.0.1:9222`. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  socket.on("message", (data) => {
    const answer: Answer = JSON.parse(String(data));
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));

  const send = async <Result>(method: string, params: object): Promise<Result> => {
    lastId += 1;
    const id = lastId;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer.type === "error") throw new Error(`${method}: ${answer.message}`);
    return answer.result as Result;
  };

  await send("session.new", { capabilities: {} });
  return {
    send,
    async contexts() {
      const flat = (all: BidiContext[]): BidiContext[] =>
        all.flatMap((one) => [one, ...flat(one.children ?? [])]);
      const tree = await send<{ contexts: BidiContext[] }>("browsingContext.getTree", {});
      return flat(tree.contexts);
    },
    async evaluate(context, expression) {
      await send("script.evaluate", { expression, target: { context }, awaitPromise: false });
    },
    close: () => socket.close(),
  };
}
