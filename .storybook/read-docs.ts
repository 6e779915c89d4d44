import type { Connection, ConnectionState, IdentityType } from "@authkit-ui/react";
import type { ArgTypesEnhancer } from "storybook/internal/types";
import reference from "../docs/api/react.md?raw";

/** A type, as the build has read it. */
export interface DocumentedType {
  name: string;
  raw?: string;
  value?: string;
  elements?: DocumentedType[];
}

/** What the build has read from a component's source. */
interface Documented {
  __docgenInfo?: {
    displayName?: string;
    description?: string;
    props?: Record<string, { description?: string; tsType?: DocumentedType }>;
  };
}

/** The text before `@default`, and what comes after it. */
const withDefault = /^([\s\S]*?)\s*@default\s+([\s\S]+)$/;

/** Unions that have a name. Each is written as the keys of a record, so that none is forgotten. */
const unions: Record<string, object> = {
  IdentityType: {
    user: true,
    team: true,
    organization: true,
    project: true,
  } satisfies Record<IdentityType, true>,
  ConnectionState: {
    operational: true,
    degraded: true,
    failed: true,
    unknown: true,
    gone: true,
  } satisfies Record<ConnectionState, true>,
  ConnectionEnvironment: { live: true, test: true } satisfies Record<
    Connection["environment"],
    true
  >,
};

/** The values of a union of literals; empty for every other type. */
function optionsOf({ name, value, elements = [] }: DocumentedType): (string | number)[] {
  if (name === "literal") return [JSON.parse(value ?? "null")];
  if (unions[name]) return Object.keys(unions[name]);
  const members = elements.filter((element) => element.name !== "undefined");
  const options = members.map(optionsOf);
  return options.every((some) => some.length > 0) ? options.flat() : [];
}

/** A member of an interface, as the API reference describes it. */
interface Member {
  name: string;
  type: string;
  description: string;
  defaultValue: string | undefined;
}

/** The members of an interface, from the API reference. */
function membersOf(name: string): Member[] {
  const [, section] = reference.split(new RegExp(`^### ${name}\\n`, "m"));
  const [, table] = section?.split(/^\*\*\*$/m, 1)[0]?.split("#### Properties\n") ?? [];
  const withoutLinks = (table ?? "").replace(/\[(`?[\w.]+`?)\]\([^)]*\)/g, "$1");
  const rows = withoutLinks.split("\n").filter((row) => row.startsWith("| `"));
  return rows.map((row) => {
    const [member = "", type = "", text = ""] = row.slice(2, -2).split(" | ");
    const [description = "", defaultValue] = text.split(/ ?\*\*Default\*\* /);
    return {
      name: member.replaceAll("`", ""),
      type: type.replace(/[`\\]/g, ""),
      description,
      defaultValue: defaultValue?.replace(/^`([^`]*)`$/, "$1"),
    };
  });
}

/** The type as its author wrote it; that a prop may be left out is said elsewhere. */
function textOf(type: DocumentedType): string {
  const options = optionsOf(type);
  if (options.length > 0) return options.map((option) => JSON.stringify(option)).join(" | ");
  const text = (type.raw ?? type.name).replace(/\s+/g, " ").replace(/ \| undefined$/, "");
  return text.replace(/^\((.*=>.*)\)$/, "$1");
}

/** A component's prop in the API reference; a view's is that of its component. */
const memberOf = (component: string, prop: string) =>
  membersOf(`${component.replace(/View$/, "")}Props`).find(
    ({ name }) => name.replace("?", "") === prop,
  );

/** The type of a component's prop. The API reference knows those that the build cannot read. */
export const textOfProp = (component: string, prop: string, type: DocumentedType): string =>
  type.name === "unknown" ? (memberOf(component, prop)?.type ?? type.name) : textOf(type);

/** The members of the interface that the text names. */
function membersIn(text: string): string | undefined {
  const lines = membersOf(text).map(({ name, type }) => `  ${name}: ${type};`);
  return lines.length === 0 ? undefined : `{\n${lines.join("\n")}\n}`;
}

/** What people can set in Controls: values that say themselves what they are. */
function controlOf(type: DocumentedType) {
  const options = optionsOf(type);
  if (options.length > 0) {
    return { options, control: { type: options.length > 3 ? "select" : "inline-radio" } as const };
  }
  const text = textOf(type);
  if (text === "boolean") return { control: { type: "boolean" } as const };
  if (text === "number") return { control: { type: "number", min: 1 } as const };
  if (/^(string|ReactNode)( \| null)?$/.test(text)) return { control: { type: "text" } as const };
  if (text === "readonly string[]") return { control: { type: "object" } as const };
  return { control: false as const };
}

/** A story gives this prop no control. */
const isFixed = ({ control }: { control?: unknown }) =>
  (control as { disable?: boolean } | undefined)?.disable === true;

/** Says what each prop's type, default and control are. A story's own `argTypes` go before them. */
export const readProps: ArgTypesEnhancer = ({ argTypes, component, parameters }) => {
  const { displayName = "", props = {} } =
    (component as Documented | undefined)?.__docgenInfo ?? {};
  const own = (parameters.noControls ?? []) as readonly string[];
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const { description = "", tsType } = props[name] ?? {};
      if (!tsType) return [name, argType];
      const [, ownText = description, ownValue] = withDefault.exec(description) ?? [];
      const member = displayName.endsWith("View") ? memberOf(displayName, name) : undefined;
      const text = member?.description ?? ownText;
      const value = member?.defaultValue ?? ownValue;
      const summary = textOfProp(displayName, name, tsType);
      const detail = membersIn(summary);
      const defaultValue = value && { summary: value.replace(/\s+/g, " ").trim() };
      return [
        name,
        {
          ...argType,
          ...(isFixed(argType) || own.includes(name) ? { control: false } : controlOf(tsType)),
          description: text,
          table: {
            ...argType.table,
            type: { summary, ...(detail && { detail }) },
            ...(defaultValue && { defaultValue }),
          },
        },
      ];
    }),
  );
};

/** A component's TSDoc as Markdown: `@example` becomes code. */
export function describeComponent(component: unknown): string {
  const { description = "" } = (component as Documented).__docgenInfo ?? {};
  const [text = "", ...examples] = description.split(/^@example\s*/m);
  const blocks = examples.map((example) => `\`\`\`tsx\n${example.trim()}\n\`\`\``);
  return [text.trim(), ...blocks].join("\n\n");
}
