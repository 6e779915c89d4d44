/**
 * Spread these into the `parameters` of a board's meta. Storybook adds the meta's comment to an object
 * that is written there, and replaces any other value, so that all of it would be lost.
 */
export const boardParameters = {
  controls: { disable: true },
  // Each of its stories is tried in the light look by itself; the board is tried in all others.
  a11y: { test: "off" },
  // Its args are whole modules, which make no readable JSX: the source is shown as it is.
  docs: { source: { type: "code" } },
};
