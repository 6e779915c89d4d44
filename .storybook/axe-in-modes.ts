import axe from "axe-core";
import { dressPage, type Look } from "./dress-page.ts";

type Mode = Partial<Look> & { width?: string };

/** What each story is tried in, beside the mode in which it was shown: the lightest look. */
const always: Record<string, Mode> = {
  dark: { scheme: "dark" },
  "right to left, touch, 320 px": { direction: "rtl", pointer: "touch", width: "20rem" },
};

/** What the boards are tried in too, which hold every state: only colours and sizes differ there. */
const further: Record<string, Mode> = {
  "the bold theme, light": { theme: "bold", scheme: "light" },
  "the bold theme, dark": { theme: "bold", scheme: "dark" },
  "the dense theme, light": { theme: "dense", scheme: "light" },
  "the dense theme, dark": { theme: "dense", scheme: "dark" },
  "more contrast": { contrast: "more" },
  "forced colours": { contrast: "forced-colors" },
};

const rulesOfLook = ["color-contrast", "link-in-text-block", "target-size"];

/** A story's parameters for axe, as its addon reads them, and ours. */
export interface AxeParameters {
  a11y: {
    config: { rules: { id: string; enabled: boolean }[] };
    options: { runOnly: string[] };
  };
  /** Tries the story in all modes rather than in two. @default false */
  everyMode?: boolean;
}

/** What has only begun to fade in has no contrast yet. */
function finishAnimations() {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().iterations === 1) animation.finish();
  }
}

/**
 * Runs axe over the story that is on the page, once in each mode, and dresses the page as it was.
 * @throws Error with all that axe objects to.
 */
export async function checkModes(shown: Look, parameters: AxeParameters): Promise<void> {
  const { config, options } = parameters.a11y;
  const modes = { ...always, ...(parameters.everyMode && further) };
  const column = document.querySelector<HTMLElement>(".story-column");
  const shownWidth = column?.style.maxInlineSize ?? "";
  const found: string[] = [];
  axe.reset();
  axe.configure(config);
  for (const [name, { width = shownWidth, ...look }] of Object.entries(modes)) {
    dressPage({ ...shown, ...look });
    if (column) column.style.maxInlineSize = width;
    finishAnimations();
    const { violations } = await axe.run(document.body, {
      runOnly: name in further ? rulesOfLook : options.runOnly,
      iframes: false,
    });
    for (const { id, nodes } of violations) {
      for (const { html, failureSummary } of nodes) {
        found.push(`${name}: ${id}: ${html}\n${failureSummary}`);
      }
    }
  }
  if (column) column.style.maxInlineSize = shownWidth;
  dressPage(shown);
  if (found.length > 0) throw new Error(`axe objects:\n${found.join("\n")}`);
}
