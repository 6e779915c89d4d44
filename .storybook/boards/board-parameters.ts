/** A board shows the same section many times; each would be the only one of its name on a page. */
export const boardParameters = {
  controls: { disable: true },
  a11y: { config: { rules: [{ id: "landmark-unique", enabled: false }] } },
};
