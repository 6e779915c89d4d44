import type { Connection, ConnectionState, IdentityType } from "@authkit-ui/react";
import type { ArgTypesEnhancer } from "storybook/internal/types";
import reference from "../docs/api/react.md?raw";

/** A type, as the build has read it. */
interface DocumentedType {
  name: string;
  raw?: string;
  value?: string;
  elements?: DocumentedType[];
}

/** What the build has read from a component's source. */
interface Documented {
  __docgenInfo?: {
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

/** The type as its author wrote it; that a prop may be left out is said elsewhere. */
function textOf(type: DocumentedType): string {
  const options = optionsOf(type);
  if (options.length > 0) return options.map((option) => JSON.stringify(option)).join(" | ");
  const text = (type.raw ?? type.name).replace(/\s+/g, " ").replace(/ \| undefined$/, "");
  return text.replace(/^\((.*=>.*)\)$/, "$1");
}

/** The members of an interface that the text names, from the API reference. */
function membersIn(text: string): string | undefined {
  const [, section] = reference.split(new RegExp(`^### ${text}\\n`, "m"));
  const [, table] = section?.split(/^\*\*\*$/m, 1)[0]?.split("#### Properties\n") ?? [];
  const rows = [...(table ?? "").matchAll(/^\| `([^`]+)` \| (.+?) (?:\| .*)?\|$/gm)];
  const plain = (type = "") => type.replace(/`|\\|\[|\]\([^)]*\)/g, "");
  const lines = rows.map(([, name, type]) => `  ${name}: ${plain(type)};`);
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
  if (/^(string|ReactNode)( \| null)?$/.test(text)) return { control: { type: "text" } as const };
  if (text === "readonly string[]") return { control: { type: "object" } as const };
  return { control: false as const };
}

/** A story gives this prop no control. */
const isFixed = ({ control }: { control?: unknown }) =>
  (control as { disable?: boolean } | undefined)?.disable === true;

/** Says what each prop's type, default and control are. A story's own `argTypes` go before them. */
export const readProps: ArgTypesEnhancer = ({ argTypes, component, parameters }) => {
  const props = (component as Documented | undefined)?.__docgenInfo?.props ?? {};
  const own = (parameters.noControls ?? []) as readonly string[];
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const { description = "", tsType } = props[name] ?? {};
      if (!tsType) return [name, argType];
      const [, text = description, value] = withDefault.exec(description) ?? [];
      const summary = textOf(tsType);
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
