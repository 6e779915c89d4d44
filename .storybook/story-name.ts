/** `OneOfThreeNeedsAttention` is “One of three needs attention”. */
export const inWords = (exportName: string): string => {
  const words = exportName.replace(/(?<!^)([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1).replace(/\bpica\b/, "Pica");
};
