/** The oldest Node that the repository runs on, as `engines` in package.json says. */
export const oldestNode = "20.19";

/**
 * What to tell somebody whose Node is too old; null for a Node that will do. The syntax is old on
 * purpose: such a Node has to get through this file.
 */
export function nodeProblem(version) {
  const [major, minor] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestNode.split(".").map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return (
    "authkit-ui needs Node " +
    oldestNode +
    " or newer, and this is Node " +
    version +
    ".\nInstall a newer one (https://nodejs.org, or `nvm install 22`), then run the command again."
  );
}

/** Ends the process with {@link nodeProblem} where there is one. */
export function requireNode() {
  const problem = nodeProblem(process.versions.node);
  if (problem === null) return;
  console.error(problem);
  process.exit(1);
}
