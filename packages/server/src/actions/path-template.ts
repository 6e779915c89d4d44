import { ConnectConfigurationError } from "../errors/configuration-error.ts";
import { ProblemError } from "../errors/problem-error.ts";

/** A value for a placeholder of a path. */
export type PathParameter = string | number;

export interface PathTemplate {
  /** The names between braces. */
  readonly names: readonly string[];
  /** The path with its placeholders filled; never one that the template does not match. */
  fill(parameters: Readonly<Record<string, PathParameter | undefined>>): string;
}

const literal = /^[A-Za-z0-9._~:@$-]+$/;
const placeholder = /^\{([A-Za-z][A-Za-z0-9_]*)\}$/;

/**
 * What could leave its segment: the slashes and the dots of a path, and the percent sign, by which
 * a server that decodes twice would make them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const escapes = /[/\\%\u0000-\u001f\u007f]/;

function encode(name: string, value: PathParameter | undefined): string {
  const text = value === undefined ? "" : String(value);
  if (text === "" || text === "." || text === ".." || text.length > 500 || escapes.test(text)) {
    throw new ProblemError("invalid_request", {
      detail: `"${name}" cannot be part of an address: it is empty, too long, or holds a slash or a percent sign.`,
    });
  }
  return encodeURIComponent(text);
}

/** Throws `action_malformed` for a template that is not a plain path with whole-segment placeholders. */
export function parsePathTemplate(template: string, action: string): PathTemplate {
  const segments = template.split("/").slice(1);
  const isPlain = segments.every(
    (segment) =>
      (literal.test(segment) && segment !== "." && segment !== "..") || placeholder.test(segment),
  );
  if (!template.startsWith("/") || segments.length === 0 || !isPlain) {
    throw new ConnectConfigurationError(
      "action_malformed",
      `The path "${template}" of the action "${action}" is malformed. Write the provider's own path, ` +
        'beginning with a slash, with placeholders as whole segments: "/users/{userId}/messages".',
    );
  }
  const nameOf = (segment: string) => placeholder.exec(segment)?.[1];
  return {
    names: segments.map(nameOf).filter((name) => name !== undefined),
    fill: (parameters) =>
      segments
        .map((segment) => {
          const name = nameOf(segment);
          return `/${name === undefined ? segment : encode(name, parameters[name])}`;
        })
        .join(""),
  };
}

/**
 * The same care for a path that the product's own code wrote. Throws `invalid_request` for one
 * that could be read in two ways.
 */
export function checkPath(path: string): string {
  const segments = path.split("/").slice(1);
  const isPlain = segments.every((segment) => segment !== "" && !/^(\.|%2e){1,2}$/i.test(segment));
  if (path.startsWith("/") && isPlain && !/[\\?#\s]|%2f|%5c/i.test(path)) return path;
  throw new ProblemError("invalid_request", {
    detail:
      "The passthrough path must be the provider's own, begin with a slash, and have no empty or " +
      "dotted segments, no query and no encoded slashes. Pass the query as `query`.",
  });
}
