import type { ArgTypesEnhancer } from "storybook/internal/types";

/** What the build has read from a component's source. */
interface Documented {
  __docgenInfo?: { description?: string; props?: Record<string, { description?: string }> };
}

/** The text before `@default`, and what comes after it. */
const withDefault = /^([\s\S]*?)\s*@default\s+([\s\S]+)$/;

/** Puts each prop's `@default` where the table has a column for it. */
export const readDefaults: ArgTypesEnhancer = ({ argTypes, component }) => {
  const props = (component as Documented | undefined)?.__docgenInfo?.props ?? {};
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const [, text, value] = withDefault.exec(props[name]?.description ?? "") ?? [];
      if (value === undefined) return [name, argType];
      const summary = value.replace(/\s+/g, " ").trim();
      const table = { ...argType.table, defaultValue: { summary } };
      return [name, { ...argType, description: text, table }];
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
