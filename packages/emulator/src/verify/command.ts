import type { Generation } from "../options.ts";
import { type BehaviourResult, verify } from "./verify.ts";

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

/** `emulator verify`; returns its exit code: 1 when a check fails, 2 without a usable key. */
export async function verifyCommand({
  generation = "pica",
  url = liveUrls[generation],
  secret,
  print = console.log,
}: VerifyOptions): Promise<0 | 1 | 2> {
  if (!secret || !/^sk_(test|live)_/.test(secret)) {
    print(
      `Set ${generation === "one" ? "ONE" : "PICA"}_SECRET_KEY to a key of the account to check; it ` +
        "starts with sk_test_ or sk_live_.",
    );
    return 2;
  }
  print(`Checking ${url} with GET requests only; nothing is changed.`);
  const results = await verify(url, secret, generation);
  const statuses = ["pass", "fail", "unknown", "not checked"] as const;
  for (const status of statuses) {
    const lines = results.filter(({ result }) => result.status === status).map(describe);
    if (lines.length > 0) print(`\n${status} (${lines.length})\n${lines.join("\n")}`);
  }
  const count = (status: string) => results.filter(({ result }) => result.status === status).length;
  print(`\n${statuses.map((status) => `${count(status)} ${status}`).join(", ")}`);
  return count("fail") > 0 ? 1 : 0;
}

function describe({ behaviour, result }: BehaviourResult): string {
  const line = `  ${behaviour.claim} [${behaviour.certainty}]`;
  if (result.status === "fail") return `${line}\n    saw: ${result.saw}`;
  if (result.status === "unknown") return `${line}\n    because ${result.reason}`;
  return line;
}
