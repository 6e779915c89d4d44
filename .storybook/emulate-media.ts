/**
 * Media features that a page cannot switch on for itself. Every rule of the page's own stylesheets
 * that asks for one is turned on, or back, by its condition.
 */
const features = {
  "reduced-motion": { asked: "prefers-reduced-motion: reduce" },
  "forced-colors": { asked: "forced-colors: active" },
  "more-contrast": { asked: "prefers-contrast: more" },
  touch: { asked: "pointer: coarse" },
} as const;

export type MediaFeature = keyof typeof features;

/** Each rule's condition, as its author wrote it. */
const written = new WeakMap<CSSMediaRule, string>();

function* mediaRules(rules: CSSRuleList): Generator<CSSMediaRule> {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) yield rule;
    if (rule instanceof CSSGroupingRule) yield* mediaRules(rule.cssRules);
  }
}

/** Makes the page's stylesheets believe in these features, and in no other that was emulated. */
export function emulateMedia(chosen: ReadonlySet<MediaFeature>): void {
  const asked = [...chosen].map((feature) => features[feature].asked);
  for (const sheet of document.styleSheets) {
    for (const rule of mediaRules(sheet.cssRules)) {
      const condition = written.get(rule) ?? rule.media.mediaText;
      written.set(rule, condition);
      const isOn = asked.some((feature) => condition.includes(feature));
      rule.media.mediaText = isOn ? "all" : condition;
    }
  }
  document.documentElement.toggleAttribute("data-forced-colors", chosen.has("forced-colors"));
}
