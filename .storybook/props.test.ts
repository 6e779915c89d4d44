import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { builtinResolvers, makeFsImporter, parse } from "react-docgen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocumentedType, textOfProp } from "./read-docs.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Every public component: where it is declared, and where its props are, below the kit's sources. */
const components = [
  ["ConnectProvider", "provider/connect-provider", "provider/connect-provider-props"],
  ["ConnectButton", "connect-button/connect-button", "connect-button/connect-button"],
  [
    "ConnectorGallery",
    "connector-gallery/connector-gallery",
    "connector-gallery/connector-gallery",
  ],
  ["ConnectionsList", "connections-list/connections-list", "connections-list/connections-list"],
  ["AttentionBanner", "attention-banner/attention-banner", "attention-banner/attention-banner"],
  [
    "RequireConnection",
    "require-connection/require-connection",
    "require-connection/require-connection",
  ],
  [
    "ConnectChecklist",
    "connect-checklist/connect-checklist",
    "connect-checklist/connect-checklist",
  ],
  ["ConnectRequest", "connect-request/connect-request", "connect-request/connect-request"],
  ["ConnectionBadge", "parts/connection-badge", "parts/connection-badge"],
  ["ConnectorLogo", "parts/connector-logo", "parts/connector-logo"],
  ["ConnectorScopes", "parts/connector-scopes", "parts/connector-scopes"],
] as const;

interface Prop {
  name: string;
  isRequired: boolean;
  isDescribed: boolean;
}

const byName = (a: Prop, b: Prop) => a.name.localeCompare(b.name);
const { FindExportedDefinitionsResolver } = builtinResolvers;

/** The props, as Storybook's own reader finds them. */
function propsOf(component: string, path: string) {
  const filename = join(root, "packages/react/src", `${path}.tsx`);
  const found = parse(readFileSync(filename, "utf8"), {
    filename,
    resolver: new FindExportedDefinitionsResolver(),
    importer: makeFsImporter(),
    babelOptions: { babelrc: false, configFile: false },
  }).find(({ displayName }) => displayName === component);
  return Object.entries(found?.props ?? {});
}

/** The table that it makes of them. */
function tableOf(component: string, path: string): Prop[] {
  return propsOf(component, path)
    .map(([name, { required, description }]) => ({
      name,
      isRequired: required === true,
      isDescribed: /\w/.test(description?.split("@default")[0] ?? ""),
    }))
    .sort(byName);
}

let types = "";

beforeAll(() => {
  types = mkdtempSync(join(tmpdir(), "authkit-ui-types-"));
  const project = join(root, "packages/react/tsconfig.build.json");
  execFileSync(join(root, "node_modules/.bin/tsc"), ["--project", project, "--outDir", types]);
});

afterAll(() => rmSync(types, { recursive: true }));

/** The interface, as a consumer's editor reads it. */
function interfaceOf(component: string, path: string): Prop[] {
  const file = join(types, `${path}.d.ts`);
  const { program, comments } = parseSync(file, readFileSync(file, "utf8"));
  const source = readFileSync(file, "utf8");
  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    const { declaration } = statement;
    if (declaration?.type !== "TSInterfaceDeclaration") continue;
    if (declaration.id.name !== `${component}Props`) continue;
    expect(declaration.extends, "props are written flat").toHaveLength(0);
    return declaration.body.body
      .flatMap((member) => {
        if (member.type !== "TSPropertySignature" || member.key.type !== "Identifier") return [];
        const isDescribed = comments.some(
          ({ end, value }) =>
            /^\*\s*[^@\s]/.test(value) &&
            source.slice(end, member.start).trim() === "" &&
            end <= member.start,
        );
        return [{ name: member.key.name, isRequired: !member.optional, isDescribed }];
      })
      .sort(byName);
  }
  throw new Error(`${path}.d.ts declares no ${component}Props.`);
}

describe.each(components)("the table of %s", (component, source, props) => {
  it("has the props that its types have", () => {
    const table = tableOf(component, source);
    expect(table.length).toBeGreaterThan(0);
    expect(table).toEqual(interfaceOf(component, props));
  });

  it("spells out every type", () => {
    const types = propsOf(component, source).map(([name, { tsType }]) => [
      name,
      textOfProp(component, name, tsType as DocumentedType),
    ]);
    expect(types.filter(([, type]) => /^(unknown|union|signature)$/.test(type ?? ""))).toEqual([]);
  });

  it("describes every prop", () => {
    const silent = tableOf(component, source).filter(({ isDescribed }) => !isDescribed);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
