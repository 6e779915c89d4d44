import { echo } from "./echo.ts";
import { gmail } from "./gmail.ts";
import { hubspot } from "./hubspot.ts";
import type { Provider } from "./provider.ts";
import { slack } from "./slack.ts";

const builtIn: Readonly<Record<string, Provider>> = { gmail, hubspot, slack };

/** What answers for a platform: the caller's own provider, a built-in one, or the echo. */
export const providerOf = (platform: string, own: Readonly<Record<string, Provider>>): Provider =>
  own[platform] ?? builtIn[platform] ?? echo;
