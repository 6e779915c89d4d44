import type { ArgTypesEnhancer } from "storybook/internal/types";

interface Documented {
  __docgenInfo?: { props?: Record<string, { description?: string }> };
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
