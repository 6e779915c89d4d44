import { withTimeout } from "../async/with-timeout.ts";
import { sanitizeText } from "../text/storable-text.ts";

/** Short, because the person waits for the connection meanwhile. */
const timeoutMs = 3_000;

const onTimeout = (): never => {
  throw new Error(`not done after ${timeoutMs / 1000} s`);
};

/** Calls a function of the product with a time limit. Returns text that can be stored, or an empty text. */
export async function describeInTime(
  describe: () => string | null | undefined | Promise<string | null | undefined>,
  maxLength: number,
): Promise<string> {
  const described = await withTimeout(timeoutMs, async () => describe(), onTimeout);
  return sanitizeText(described ?? "", maxLength);
}
