import { execFile } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = [
  "README.md",
  "packages/react/llms.txt",
  "packages/react/skills/authkit-ui/SKILL.md",
  ...readdirSync(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

/** The `ts` and `tsx` blocks of a document, each with a file name that says where it begins. */
function codeBlocksOf(page) {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```tsx?\n(.*?)^```$/gms)].map(({ index, 1: code }) => ({
    file: `${page.replaceAll(/\W/g, "-")}-line-${text.slice(0, index).split("\n").length}.tsx`,
    code: `${code.replaceAll(/from "\.[^"]*"/g, 'from "product"')}\nexport {};\n`,
  }));
}

/** Packages that only some products have. Found where the tests find them. */
const paths = {
  ai: [join(root, "packages/server/node_modules/ai")],
  "@ai-sdk/react": [join(root, "packages/react/node_modules/@ai-sdk/react")],
  "@modelcontextprotocol/sdk/*": [
    join(root, "packages/server/node_modules/@modelcontextprotocol/sdk/dist/esm/*"),
  ],
};

/** Compiles the blocks where a product's packages are found; resolves to what the compiler prints. */
async function compile(blocks) {
  const folder = mkdtempSync(join(root, "apps/demo/node_modules/.code-blocks-"));
  try {
    copyFileSync(join(root, ".ci/release-checks/code-blocks.d.ts"), join(folder, "product.d.ts"));
    for (const { file, code } of blocks) writeFileSync(join(folder, file), code);
    const config = {
      extends: join(root, "tsconfig.base.json"),
      compilerOptions: { types: ["node", "vite/client"], noUnusedLocals: false, paths },
      files: ["product.d.ts", ...blocks.map(({ file }) => file)],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(root, "node_modules/.bin/tsc");
    return await new Promise((resolve) => {
      execFile(tsc, ["--project", folder, "--pretty", "false"], { cwd: folder }, (error, output) =>
        resolve(error ? output || error.message : ""),
      );
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("README.md, docs/, llms.txt and SKILL.md have no ts or tsx block that does not compile", async () => {
  const blocks = pages.flatMap(codeBlocksOf);
  expect(blocks.length).toBeGreaterThan(10);
  // Shows that the compiler looks at a block as a product's compiler would.
  const broken = {
    file: "broken.tsx",
    code: 'import { createConnectServer } from "@authkit-ui/server";\ncreateConnectServer({});\n',
  };
  const errors = (await compile([...blocks, broken]))
    .split("\n")
    .filter((line) => /^\S/.test(line));
  expect(errors).toEqual([expect.stringContaining("broken.tsx(2,21): error")]);
});
