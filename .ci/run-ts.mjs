// Runs a TypeScript program of this repository: `node .ci/run-ts.mjs FILE [ARGUMENTS]`.
// The syntax is old on purpose: a Node that is too old for the program has to get through this file.
import { requireNode } from "./check-node.mjs";

requireNode();
process.argv.splice(1, 1);
import("tsx")
  .then(() => import(new URL(`../${process.argv[1]}`, import.meta.url).href))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
