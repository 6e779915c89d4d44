// Gives a built package what a CommonJS product needs: for each entry a file that requires it (Node
// loads ES modules by `require` from 20.19 on), and declarations that TypeScript takes for CommonJS.
// Runs in the package's folder, at the end of its build.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const folder = "dist/cjs";
const { publishConfig } = JSON.parse(readFileSync("package.json", "utf8"));
const filesBelow = (path) => readdirSync(path, { recursive: true });

rmSync(folder, { recursive: true, force: true });
for (const file of filesBelow("dist").filter((path) => path.endsWith(".d.ts"))) {
  cpSync(join("dist", file), join(folder, file));
}
// What TypeScript and Node tell the format of these files by.
writeFileSync(join(folder, "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);

const patterns = Object.values(publishConfig.exports).flatMap((target) => target.require ?? []);
for (const { default: pattern, types } of patterns) {
  const [before, after] = types.replace(`./${folder}/`, "").split("*");
  const entries = filesBelow(folder).filter((file) =>
    after === undefined ? file === before : file.startsWith(before) && file.endsWith(after),
  );
  if (entries.length === 0) throw new Error(`${pattern}: nothing was built for it.`);
  for (const entry of entries) {
    const file = join(folder, entry.replace(/\.d\.ts$/, ".js"));
    const esm = join("dist", relative(folder, file));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `module.exports = require("${relative(dirname(file), esm)}");\n`);
  }
}
