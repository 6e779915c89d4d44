import { routes } from "@authkit-ui/contract";
import { ConnectError } from "../api/connect-error.ts";
import { absoluteAddress } from "../api/transport.ts";

const exampleAddress = "https://authkit.picaos.com";
const longestText = 100;
const longestAddress = 500;

/** What AuthKit's own page is told. */
export interface AuthKitOptions {
  /**
   * Absolute `https:` address of AuthKit's page; `http:` for a loopback host only.
   * @default "https://authkit.picaos.com"
   */
  baseUrl?: string | undefined;
  /**
   * Origins whose messages are believed, when AuthKit's page moves to another origin after loading.
   * The server's `authKitOrigins` takes the same list. @default the origin of `baseUrl`
   */
  origins?: readonly string[] | undefined;
  /** Heading of AuthKit's page; at most 100 characters. */
  title?: string | undefined;
  /** Absolute address of your logo; at most 500 characters, no `data:`. */
  imageUrl?: string | undefined;
  /** Your product's name; at most 100 characters. */
  companyName?: string | undefined;
  /** Let people name the connection on AuthKit's page. @default false */
  showNameInput?: boolean | undefined;
  /**
   * Where One's AuthKit opens a provider's sign-in: in a popup, or in the same window, which
   * returns to the page and continues. Pages in frames or without `sessionStorage`, and Pica's
   * AuthKit, always use a popup.
   * @default "same" on phones and tablets, else "popup"
   */
  authWindow?: "popup" | "same" | undefined;
}

/** AuthKit's options after every check. */
export interface CheckedAuthKitOptions {
  baseUrl: string;
  /** Host of AuthKit's page, shown to people: who is asking. */
  host: string;
  origins: ReadonlySet<string>;
  tokenUrl: string;
  /** Permissions policy of the frame. */
  allow: string;
  title: string | undefined;
  imageUrl: string | undefined;
  companyName: string | undefined;
  showNameInput: boolean;
  authWindow: "popup" | "same" | undefined;
}

const wrong = (message: string) => new ConnectError("misconfigured", `authkit-ui: ${message}`);

const isLoopback = ({ hostname }: URL) =>
  hostname === "localhost" ||
  hostname.endsWith(".localhost") ||
  hostname === "[::1]" ||
  /^127(\.\d+){3}$/.test(hostname);

const isSafe = (url: URL) =>
  url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));

function parse(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

function checkText(option: string, value: string | undefined, longest: number) {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || value.length > longest) {
    throw wrong(
      `authKit.${option} must be a text of at most ${longest} characters: it travels in the address ` +
        "of AuthKit's page, and long addresses are refused on the way.",
    );
  }
  return value;
}

function checkBaseUrl(value: string): URL {
  const url = parse(value);
  if (!url || !isSafe(url)) {
    throw wrong(
      `authKit.baseUrl is "${value}". Give an absolute https: address, e.g. "${exampleAddress}"; ` +
        "http: only for localhost.",
    );
  }
  if (url.search || url.hash || url.username || url.password) {
    throw wrong(
      "authKit.baseUrl must be an address without query, fragment or credentials, " +
        `e.g. "${url.origin}".`,
    );
  }
  return url;
}

function checkOrigin(value: string): string {
  const url = parse(value);
  if (!url || !isSafe(url) || url.origin !== value.replace(/\/$/, "")) {
    throw wrong(
      `authKit.origins contains "${value}". Give origins alone, e.g. "${exampleAddress}".`,
    );
  }
  return url.origin;
}

function checkImageUrl(value: string | undefined): string | undefined {
  const checked = checkText("imageUrl", value, longestAddress);
  if (checked === undefined) return undefined;
  const url = parse(checked);
  if (!url || !isSafe(url)) {
    throw wrong("authKit.imageUrl must be an absolute https: address, not relative and not data:.");
  }
  return url.href;
}

function checkTokenUrl(endpoint: string, frame: URL): URL {
  const url = new URL(absoluteAddress(endpoint, routes.token));
  if (!/^https?:$/.test(url.protocol)) {
    throw wrong(
      `endpoint is "${endpoint}", which here is ${url.protocol}//${url.host}: AuthKit's page cannot ` +
        "call that. In a native shell or an extension give the absolute https: address of your server.",
    );
  }
  if (frame.protocol === "https:" && !isSafe(url)) {
    throw wrong(
      `AuthKit's page is served over https: and may not call ${url.origin} over http:. Serve this ` +
        "page over https:, or open it as localhost.",
    );
  }
  return url;
}

/**
 * Checks what is about to be handed to AuthKit, so that a mistake is named here instead of showing
 * as an empty frame, or as a ticket in an error text.
 * @param defaultBaseUrl Where AuthKit's page is when the options do not say.
 * @throws ConnectError `misconfigured`, saying what to change.
 */
export function checkAuthKitOptions(
  options: AuthKitOptions,
  endpoint: string,
  defaultBaseUrl: string,
): CheckedAuthKitOptions {
  const base = checkBaseUrl(options.baseUrl ?? defaultBaseUrl);
  const token = checkTokenUrl(endpoint, base);
  return {
    baseUrl: base.pathname === "/" ? base.origin : base.href,
    host: base.host,
    origins: new Set([base.origin, ...(options.origins ?? []).map(checkOrigin)]),
    tokenUrl: token.href,
    // Chrome asks before a public page may call a loopback server: only a developer meets that.
    allow: isLoopback(token) ? "clipboard-write; local-network-access" : "clipboard-write",
    title: checkText("title", options.title, longestText),
    imageUrl: checkImageUrl(options.imageUrl),
    companyName: checkText("companyName", options.companyName, longestText),
    showNameInput: options.showNameInput === true,
    authWindow: options.authWindow,
  };
}
