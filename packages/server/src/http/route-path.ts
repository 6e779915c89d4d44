import { getPath } from "hono/utils/url";

/**
 * Reads the path that a request is routed by. Hosts and proxies rewrite addresses: they add or
 * remove a slash at the end, double slashes, and put a locale or a path of their own in front of
 * the base path. None of that changes which route is meant.
 */
export function createGetPath(basePath: string): (request: Request) => string {
  return (request) => {
    const path = getPath(request).replace(/\/{2,}/g, "/");
    const trimmed = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
    const start = `${trimmed}/`.indexOf(`${basePath}/`);
    return start > 0 ? trimmed.slice(start) : trimmed;
  };
}
