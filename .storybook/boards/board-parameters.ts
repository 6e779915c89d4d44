export const boardParameters = {
  controls: { disable: true },
  // Its args are whole modules, which make no readable JSX: the source is shown as it is.
  docs: { source: { type: "code" } },
};
