export const boardParameters = {
  controls: { disable: true },
  // Each of its stories is tried in the light look by itself; the board is tried in all others.
  a11y: { test: "off" },
  // Its args are whole modules, which make no readable JSX: the source is shown as it is.
  docs: { source: { type: "code" } },
};
