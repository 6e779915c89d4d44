import { createCheckContext, type DoctorOptions, originOf } from "./check-context.ts";
import {
  checkAuthRequired,
  checkClock,
  checkOwnOrigin,
  checkPreflight,
  checkRedirects,
  checkServer,
} from "./check-public.ts";
import { type CheckResult, fail } from "./check-result.ts";
import { checkSignedIn } from "./check-signed-in.ts";

/** Checks a running endpoint for what commonly goes wrong. */
export async function diagnose(options: DoctorOptions): Promise<CheckResult[]> {
  const context = createCheckContext(options);
  const server = await checkServer(context);
  if (server?.state !== "ok") return server ? [server] : [];
  const ownOrigin = originOf(options.endpoint);
  try {
    return [
      server,
      await checkClock(context),
      await checkRedirects(context),
      await checkOwnOrigin(context, ownOrigin),
      ...(await checkPreflight(context)),
      ...(await checkAuthRequired(context)),
      ...(await checkSignedIn(context, ownOrigin)),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [server, fail("server", `It stopped answering (${reason}).`, "See the server's log.")];
  }
}

/** 0: all well. 1: something is wrong. 2: nothing is wrong, but something was not checked. */
export function exitCode(results: readonly CheckResult[]): 0 | 1 | 2 {
  if (results.some(({ state }) => state === "fail")) return 1;
  return results.some(({ state }) => state === "not checked") ? 2 : 0;
}
