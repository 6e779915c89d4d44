import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConnectProvider } from "@authkit-ui/react";
import { parseSync } from "oxc-parser";
import type { ComponentType, ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { components, type ShownStates, type StatefulComponent } from "./components.mjs";

interface Story {
  args?: object;
  tags?: string[];
  render?: (args: object) => ReactElement;
  play?: unknown;
  parameters?: {
    shows?: ShownStates;
    connect?: object;
    a11y?: { test?: string; disable?: boolean };
    controls?: { disable?: boolean; include?: readonly string[] };
  };
}

/** A module of stories, as it is imported. */
export interface StoryFile {
  default: Story & { title: string; component?: ComponentType<object> };
  [name: string]: Story;
}

/** How one state of one component is covered. */
export interface Coverage {
  component: string;
  state: string;
  stories: string[];
  /** By how many of them axe is run, as an error. */
  axe: number;
  /** How many of them are played. */
  play: number;
}

const packages = new URL("../packages/", import.meta.url);

interface Node {
  type: string;
  [key: string]: unknown;
}

interface TypeName {
  /** Below `packages`. */
  source: string;
  /** An exported type, or `Interface.member`. */
  type: string;
}

/** Where a name of that file comes from. */
function importOf(name: string, { source }: TypeName, body: Node[]): TypeName {
  const from = body.find(({ specifiers }) =>
    (specifiers as Node[] | undefined)?.some(
      ({ local }) => (local as { name?: string }).name === name,
    ),
  );
  const module = (from?.source as { value?: string } | undefined)?.value;
  // The wire's types stand in one file each; this is the one that has states.
  if (module === "@authkit-ui/contract")
    return { source: "contract/src/connection.ts", type: name };
  return { source: module ? join(dirname(source), module) : source, type: name };
}

/** The literals that a type stands for: a literal, a union of them, or the name of such a union. */
function literals(type: Node | undefined, at: TypeName, body: Node[]): string[] {
  switch (type?.type) {
    case "TSUnionType":
      return (type.types as Node[]).flatMap((member) => literals(member, at, body));
    case "TSTypeReference":
      return membersOf(importOf((type.typeName as { name: string }).name, at, body));
    default:
      return [String((type?.literal as { value?: unknown })?.value)];
  }
}

/** The members of a union, read from its source. */
function membersOf(at: TypeName): string[] {
  const path = fileURLToPath(new URL(at.source, packages));
  const body = parseSync(path, readFileSync(path, "utf8")).program.body as unknown as Node[];
  const [name, member] = at.type.split(".");
  for (const statement of body) {
    const declaration = statement.declaration as Node | undefined;
    if ((declaration?.id as { name?: string })?.name !== name) continue;
    const properties = (declaration?.body as { body?: Node[] })?.body;
    const property = properties?.find(({ key }) => (key as { name?: string }).name === member);
    const annotation = property?.typeAnnotation as { typeAnnotation?: Node } | undefined;
    const union = member ? annotation?.typeAnnotation : (declaration?.typeAnnotation as Node);
    return literals(union, at, body);
  }
  throw new Error(`${at.source} exports no ${at.type}. Say in components.mjs where it went.`);
}

/** The states that a component can show, from the union that types them. */
export function statesOf({ source, type, without = [] }: StatefulComponent): string[] {
  return [...new Set(membersOf({ source, type }))].filter((state) => !without.includes(state));
}

/** What a story shows: what it says of itself, and what its markup says when it needs no server. */
function shows(
  story: Story,
  meta: StoryFile["default"],
): (component: StatefulComponent) => string[] {
  const said = { ...meta.parameters?.shows, ...story.parameters?.shows };
  const needsPage = meta.parameters?.connect ?? story.parameters?.connect ?? story.play;
  const render = story.render ?? meta.render;
  const Component = meta.component;
  let markup = "";
  if (!needsPage) {
    const args = { ...meta.args, ...story.args };
    const element = render ? render(args) : Component && <Component {...args} />;
    markup = renderToStaticMarkup(<ConnectProvider viewerKey="ann">{element}</ConnectProvider>);
  }
  const tags = markup.match(/<[^>]+>/g) ?? [];
  return ({ name, selector, attribute }) => {
    const className = selector.replace(/^\./, "");
    const seen = tags
      .filter((tag) => new RegExp(`class="[^"]*\\b${className}(?![\\w-])`).test(tag))
      .flatMap((tag) => new RegExp(`${attribute}="([^"]*)"`).exec(tag)?.[1] ?? []);
    return [...new Set([...seen, ...(said[name] ? [said[name]] : [])])];
  };
}

/** Which story shows which state: one entry for each state of each component. */
export function coverageOf(files: readonly StoryFile[]): Coverage[] {
  const stories = files.flatMap(({ default: meta, ...rest }) =>
    Object.entries(rest).map(([name, story]) => {
      const a11y = story.parameters?.a11y ?? meta.parameters?.a11y;
      return {
        name: `${meta.title}: ${name}`,
        shows: shows(story, meta),
        isPlayed: story.play !== undefined,
        hasAxe: a11y?.disable !== true && (a11y?.test ?? "error") === "error",
      };
    }),
  );
  return components.flatMap((component) => {
    const described = stories.map((story) => ({ ...story, states: story.shows(component) }));
    return statesOf(component).map((state) => {
      const showing = described.filter((story) => story.states.includes(state));
      return {
        component: component.name,
        state,
        stories: showing.map(({ name }) => name),
        axe: showing.filter(({ hasAxe }) => hasAxe).length,
        play: showing.filter(({ isPlayed }) => isPlayed).length,
      };
    });
  });
}

/** The table, as text. */
export function formatCoverage(coverage: readonly Coverage[]): string {
  const rows = coverage.map(({ component, state, stories, axe, play }) => [
    component,
    state,
    stories.length === 0 ? "none" : `${stories.length}`,
    `${axe}`,
    `${play}`,
  ]);
  const table = [["component", "state", "stories", "axe", "play"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
