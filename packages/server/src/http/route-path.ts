import { getPath } from "hono/utils/url";

/**
 * Makes the function that reads the path by which a request is routed. It ignores what hosts and
 * proxies change: a slash at the end, double slashes, and a locale or another path before the base path.
 */
export function createGetPath(basePath: string): (request: Request) => string {
  return (request) => {
    const path = getPath(request).replace(/\/{2,}/g, "/");
    const trimmed = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
    const start = `${trimmed}/`.indexOf(`${basePath}/`);
    return start > 0 ? trimmed.slice(start) : trimmed;
  };
}
