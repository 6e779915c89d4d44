import axe from "axe-core";
import { dressPage, type Look } from "./dress-page.ts";
import { lostTexts } from "./lost-text.ts";

const colours = ["color-contrast", "link-in-text-block"];
const sizes = ["target-size"];

interface Mode {
  look: Partial<Look>;
  /** The rules whose result can differ from that in the light look, in which all have been run. */
  rules: string[];
  width?: string;
  text?: string;
  /** Whether the page spaces its texts as WCAG 1.4.12 allows a person to. */
  spaced?: boolean;
}

const textSpacing = new CSSStyleSheet();
textSpacing.replaceSync(`
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p {
    margin-block-end: 2em !important;
  }
`);

/** How every state is tried, beside the light look in which each story is shown. */
const modes: Record<string, Mode> = {
  dark: { look: { scheme: "dark" }, rules: colours },
  "the bold theme, light": {
    look: { theme: "bold", scheme: "light" },
    rules: [...colours, ...sizes],
  },
  "the bold theme, dark": { look: { theme: "bold", scheme: "dark" }, rules: colours },
  "the dense theme, light": {
    look: { theme: "dense", scheme: "light" },
    rules: [...colours, ...sizes],
  },
  "the dense theme, dark": { look: { theme: "dense", scheme: "dark" }, rules: colours },
  "more contrast": { look: { contrast: "more" }, rules: colours },
  "forced colours": { look: { contrast: "forced-colors" }, rules: colours },
  "touch, right to left, 320 px": {
    look: { pointer: "touch", direction: "rtl" },
    rules: sizes,
    width: "20rem",
  },
  "200 % text": { look: {}, rules: sizes, text: "200%" },
  "spaced text": { look: {}, rules: sizes, spaced: true },
  "spaced text, 320 px": { look: {}, rules: sizes, spaced: true, width: "20rem" },
};

/** The parameters of a story that the axe addon reads. */
export interface AxeParameters {
  a11y: { config: { rules: { id: string; enabled: boolean }[] } };
}

/** What has only begun to fade in has no contrast yet. */
function finishAnimations() {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().iterations === 1) animation.finish();
  }
}

/** What reaches out of its place in the page, sideways. */
function overflowing(): string[] {
  return [...document.querySelectorAll(".story-column, .board-cell")]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ firstElementChild, scrollWidth, clientWidth }) => {
      const place = firstElementChild?.textContent?.slice(0, 40);
      return `${place}: ${scrollWidth} px in ${clientWidth}`;
    });
}

/** What moves although the person has asked for less motion. */
function moving(): string[] {
  const animations = document
    .getAnimations()
    .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : "a script"));
  const transitions = [...document.querySelectorAll(".ak, .ak *")]
    .filter((element) => !/^0s(, 0s)*$/.test(getComputedStyle(element).transitionDuration))
    .map(({ className }) => `a transition of ${className}`);
  return [...new Set([...animations, ...transitions])];
}

/**
 * Tries the story that is on the page in every mode, and dresses the page as it was.
 * @throws Error with all that axe objects to, that does not fit, or that moves.
 */
export async function checkModes(shown: Look, parameters: AxeParameters): Promise<void> {
  const root = document.documentElement;
  const column = document.querySelector<HTMLElement>(".story-column");
  const found: string[] = [];
  axe.reset();
  axe.configure(parameters.a11y.config);
  for (const [name, mode] of Object.entries(modes)) {
    const { look, rules, width = "", text = "", spaced = false } = mode;
    dressPage({ ...shown, ...look });
    root.style.fontSize = text;
    document.adoptedStyleSheets = spaced ? [textSpacing] : [];
    if (column) column.style.maxInlineSize = width;
    finishAnimations();
    // What passes is not described: with many elements that takes as long as the checks.
    const { violations } = await axe.run(document.body, {
      runOnly: rules,
      resultTypes: ["violations"],
      iframes: false,
    });
    for (const { id, nodes } of violations) {
      for (const { html, failureSummary } of nodes) {
        found.push(`${name}: ${id}: ${html}\n${failureSummary}`);
      }
    }
    // A colour moves no text.
    const lost = rules.includes("target-size") ? lostTexts() : [];
    found.push(...[...overflowing(), ...lost].map((what) => `${name}: ${what}`));
  }
  root.style.fontSize = "";
  document.adoptedStyleSheets = [];
  if (column) column.style.maxInlineSize = "";
  dressPage({ ...shown, motion: "reduced" });
  found.push(...moving().map((what) => `less motion: ${what}`));
  dressPage(shown);
  if (found.length > 0) throw new Error(`Not in every mode:\n${found.join("\n")}`);
}
