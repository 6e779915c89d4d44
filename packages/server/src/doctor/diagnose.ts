import { createExaminer, type Examination, originOf } from "./check-context.ts";
import {
  checkClock,
  checkDoors,
  checkOwnOrigin,
  checkPreflight,
  checkRedirects,
  checkServer,
} from "./check-public.ts";
import { type Finding, wrong } from "./check-result.ts";
import { checkSignedIn } from "./check-signed-in.ts";

/** Asks a running endpoint everything that commonly goes wrong. */
export async function diagnose(examination: Examination): Promise<Finding[]> {
  const examiner = createExaminer(examination);
  const server = await checkServer(examiner);
  if (server?.state !== "ok") return server ? [server] : [];
  const ownOrigin = originOf(examination.endpoint);
  try {
    return [
      server,
      await checkClock(examiner),
      await checkRedirects(examiner),
      await checkOwnOrigin(examiner, ownOrigin),
      ...(await checkPreflight(examiner)),
      ...(await checkDoors(examiner)),
      ...(await checkSignedIn(examiner, ownOrigin)),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [server, wrong("server", `It stopped answering (${reason}).`, "See the server's log.")];
  }
}

/** 0: all well. 1: something is wrong. 2: nothing is wrong, but something was not checked. */
export function exitCode(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ state }) => state === "wrong")) return 1;
  return findings.some(({ state }) => state === "not checked") ? 2 : 0;
}
