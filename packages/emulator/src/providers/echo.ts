import type { Provider } from "./provider.ts";

/**
 * Answers for the providers that the emulator knows nothing of: it says what reached it, and says
 * that it is no provider. What the provider itself would have answered is not guessed at.
 */
export const echo: Provider = {
  answer: ({ method, path, query, body, platform, account }) =>
    Response.json({ emulated: true, platform, account, request: { method, path, query, body } }),
};
