/** A request as it reaches a provider's own API through the passthrough. */
export interface ProviderRequest {
  method: string;
  /** Path of the provider's API, without a slash at its start. */
  path: string;
  query: Readonly<Record<string, string>>;
  /** Parsed when it is JSON, else text; `undefined` when empty. */
  body: unknown;
  /** The platform, e.g. `gmail`. */
  platform: string;
  /** The account that was connected: what the person chose on the consent page, else the key's. */
  account: string;
  /** The emulator's time, in milliseconds since 1970. */
  now: number;
}

/** One action of a provider, as the action directory lists it. */
export interface ProviderAction {
  title: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path of the provider's API, with `{{name}}` for what the caller fills in. */
  path: string;
}

/** Stands in for one provider's API. */
export interface Provider {
  actions?: readonly ProviderAction[] | undefined;
  /** Answers in the provider's own shape, errors included. */
  answer(request: ProviderRequest): Response | Promise<Response>;
}
