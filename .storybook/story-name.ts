const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** `OneOfThreeNeedsAttention` is “One of three needs attention”; the names of products keep a capital. */
export const inWords = (exportName: string): string => {
  const words = exportName.replace(/(?<!^)([A-Z])/g, " $1").toLowerCase();
  return capitalize(words).replace(/\b(?:gmail|pica)\b/g, capitalize);
};
