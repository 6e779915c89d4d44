// Builds and packs the packages for a product on this machine, until they are published.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackages } from "./pack-packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, ".packed");

// Without the tarballs of an earlier version.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const packages = await packPackages(folder);

const { peerDependencies, peerDependenciesMeta } = JSON.parse(
  readFileSync(join(root, "packages/react/package.json"), "utf8"),
);
const authKit = "@picahq/authkit";
// AuthKit is optional, because products on One do without it; Pica's need it.
const peers = Object.entries(peerDependencies).filter(
  ([name]) =>
    name === authKit || (!peerDependenciesMeta[name]?.optional && !/^react(-dom)?$/.test(name)),
);
// AuthKit's tested version is the lowest of its range.
const peersToInstall = peers.map(([name, range]) =>
  name === authKit ? `${name}@${range.replace(/^\^/, "")}` : name,
);

const isForTests = ({ name }) => name === "@authkit-ui/emulator";
const tarballsOf = (list) => list.map(({ tarball }) => JSON.stringify(tarball)).join(" ");

console.log(`Packed into ${folder}. In your product's folder:

npm i ${tarballsOf(packages.filter((packed) => !isForTests(packed)))} ${peersToInstall.join(" ")}
npm i -D ${tarballsOf(packages.filter(isForTests))}
`);
