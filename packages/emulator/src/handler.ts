import { secretHeaders } from "./api/secret.ts";
import { routes } from "./app.ts";
import { faultyAnswer, faultyList, faultyRequest } from "./control/apply-faults.ts";
import type { LoggedRequest } from "./control/request-log.ts";
import type { EmulatorState } from "./emulator-state.ts";

/** The emulator's handler: its routes behind latency, faults and the request log. */
export function createHandler(emulator: EmulatorState): (request: Request) => Promise<Response> {
  const app = routes(emulator);
  const { faults, options } = emulator;

  return async (request) => {
    const path = new URL(request.url).pathname.slice(emulator.basePath.length) || "/";
    if (!isEmulated(path)) return app.fetch(request);

    const target = { method: request.method, path };
    const logged = emulator.requests.record(await describe(emulator, request, path));
    await pause(options.latency + (faults.consume("delay", target)?.milliseconds ?? 0));
    const answer =
      faultyAnswer(emulator, target) ??
      (await faultyList(
        emulator,
        await app.fetch(faultyRequest(emulator, request, target)),
        target,
      ));
    logged.status = answer.status;
    return answer;
  };
}

/** Whether the path belongs to Pica or a provider, and not to the emulator's own pages and files. */
const isEmulated = (path: string) =>
  path === "/" || /^\/(v1|authkit|consent|connections)\//.test(path);

const pause = async (milliseconds: number) => {
  if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
};

async function describe(
  emulator: EmulatorState,
  request: Request,
  path: string,
): Promise<Omit<LoggedRequest, "id">> {
  const headers = Object.fromEntries(request.headers);
  // A real key that strays here by mistake is written down nowhere; nor is what people type.
  for (const name of secretHeaders) {
    const secret = headers[name];
    const isOurs = secret === undefined || emulator.options.secrets.includes(secret);
    if (!isOurs) headers[name] = "(not a key of this emulator)";
  }
  const isTyped = path.startsWith("/authkit/");
  const text = request.body && !isTyped ? await request.clone().text() : "";
  return {
    at: new Date(emulator.clock.now()).toISOString(),
    method: request.method,
    path,
    query: Object.fromEntries(new URL(request.url).searchParams),
    headers,
    ...(text === "" ? {} : { body: readBody(text) }),
  };
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
