import axe from "axe-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line per thing that axe objects to, over every rule of these tags. */
export async function violations(element: Element): Promise<string[]> {
  // What is still fading in has no contrast yet.
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().iterations === 1) animation.finish();
  }
  // What passes is not described: with many elements that takes as long as the checks.
  const results = await axe.run(element, { runOnly: tags, resultTypes: ["violations"] });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
