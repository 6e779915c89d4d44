import { secretHeaders } from "./api/secret.ts";
import { routes } from "./app.ts";
import type { Cloud } from "./cloud.ts";
import { faultyAnswer, faultyList, faultyRequest } from "./control/apply-faults.ts";
import type { LoggedRequest } from "./control/request-log.ts";

/** The emulator's handler: its routes behind latency, faults and the request log. */
export function createHandler(cloud: Cloud): (request: Request) => Promise<Response> {
  const app = routes(cloud);
  const { faults, options } = cloud;

  return async (request) => {
    const path = new URL(request.url).pathname.slice(cloud.basePath.length) || "/";
    if (!isEmulated(path)) return app.fetch(request);

    const target = { method: request.method, path };
    const logged = cloud.requests.record(await describe(cloud, request, path));
    await pause(options.latency + (faults.strike("delay", target)?.milliseconds ?? 0));
    const answer =
      faultyAnswer(cloud, target) ??
      (await faultyList(cloud, await app.fetch(faultyRequest(cloud, request, target)), target));
    logged.status = answer.status;
    return answer;
  };
}

/** What stands in for Pica or a provider; the rest is the emulator's own furniture. */
const isEmulated = (path: string) =>
  path === "/" || /^\/(v1|authkit|consent|connections)\//.test(path);

const pause = async (milliseconds: number) => {
  if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
};

async function describe(
  cloud: Cloud,
  request: Request,
  path: string,
): Promise<Omit<LoggedRequest, "id">> {
  const headers = Object.fromEntries(request.headers);
  // A real key that strays here by mistake is written down nowhere; nor is what people type.
  for (const name of secretHeaders) {
    const secret = headers[name];
    const isOurs = secret === undefined || cloud.options.secrets.includes(secret);
    if (!isOurs) headers[name] = "(not a key of this emulator)";
  }
  const isTyped = path.startsWith("/authkit/");
  const text = request.body && !isTyped ? await request.clone().text() : "";
  return {
    at: new Date(cloud.clock.now()).toISOString(),
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
