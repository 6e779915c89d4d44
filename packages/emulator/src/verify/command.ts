import type { Generation } from "../options.ts";
import { type Finding, verify } from "./verify.ts";

const liveUrls: Readonly<Record<Generation, string>> = {
  pica: "https://api.picaos.com",
  one: "https://api.withone.ai",
};

export interface VerifyOptions {
  /** Base address of the API; that of the live service when absent. */
  url?: string | undefined;
  secret?: string | undefined;
  generation?: Generation | undefined;
  print?: ((line: string) => void) | undefined;
}

/** `emulator verify`; answers its exit code: 1 when a claim does not hold, 2 when it could not ask. */
export async function verifyCommand({
  generation = "pica",
  url = liveUrls[generation],
  secret,
  print = console.log,
}: VerifyOptions): Promise<0 | 1 | 2> {
  if (!secret || !/^sk_(test|live)_/.test(secret)) {
    print(
      "Set PICA_SECRET_KEY to a key of the account to ask; it starts with sk_test_ or sk_live_.",
    );
    return 2;
  }
  print(`Asking ${url} by GET requests alone; nothing is changed.`);
  const findings = await verify(url, secret, generation);
  const groups = ["holds", "differs", "open", "not asked"] as const;
  for (const group of groups) {
    const lines = findings.filter(({ verdict }) => verdict.verdict === group).map(describe);
    if (lines.length > 0) print(`\n${group} (${lines.length})\n${lines.join("\n")}`);
  }
  const count = (group: string) =>
    findings.filter(({ verdict }) => verdict.verdict === group).length;
  print(`\n${groups.map((group) => `${count(group)} ${group}`).join(", ")}`);
  return count("differs") > 0 ? 1 : 0;
}

function describe({ behaviour, verdict }: Finding): string {
  const line = `  ${behaviour.claim} [${behaviour.certainty}]`;
  if (verdict.verdict === "differs") return `${line}\n    saw: ${verdict.saw}`;
  if (verdict.verdict === "open") return `${line}\n    because ${verdict.reason}`;
  return line;
}
