/** The kit's surfaces that must be opaque. `isInverse`: dark on a light page and light on a dark one. */
const behindDialog = {
  "solid button": {
    selector: '.ak-connect-button[data-variant="solid"]:not([data-state="connected"])',
    isInverse: true,
  },
  field: { selector: ".ak-connector-gallery .ak-input" },
  card: { selector: ".ak-card" },
  "row menu": { selector: ".ak-menu" },
};
const inDialog = { dialog: { selector: ".ak-connect-dialog" } };

/** Every way in which a product says which colour scheme it has, and the scheme that the kit then has. */
const schemesOf = ({ hasDarkSheet }) => [
  { name: "no scheme", scheme: "light" },
  { name: "no scheme, dark OS", os: "dark", scheme: "light" },
  { name: "meta dark", meta: "dark", scheme: "dark" },
  { name: "inline dark", inline: "dark", scheme: "dark" },
  { name: "light and dark, dark OS", inline: "light dark", os: "dark", scheme: "dark" },
  { name: "class dark", className: "dark", scheme: hasDarkSheet ? "dark" : "light" },
];

/** Gives the page a colour scheme, and takes the last one away. */
const setScheme = ({ meta, inline, className }) => {
  document.querySelector("meta[name=color-scheme]")?.remove();
  if (meta) {
    const element = Object.assign(document.createElement("meta"), { name: "color-scheme" });
    element.content = meta;
    document.head.append(element);
  }
  document.documentElement.style.colorScheme = inline ?? "";
  document.documentElement.classList.toggle("dark", className === "dark");
};

/** Reads the computed background of each selector as red, green, blue and alpha of 0 to 255. */
const readBackgrounds = (selectors) => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    if (!element) return null;
    for (const animation of element.getAnimations()) animation.finish();
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(element).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  });
};

/**
 * Rules of the kit whose values the product's minifier made depend on its own variables. That it sets
 * them beside every `color-scheme` does no harm.
 */
const findMinifierVariables = () => {
  const found = [];
  const look = (rules) => {
    for (const rule of rules) {
      if (rule.cssRules?.length) look(rule.cssRules);
      const isOurs = /\.ak\b|\.ak-/.test(rule.selectorText ?? "");
      if (isOurs && rule.cssText.includes("var(--lightningcss")) found.push(rule.selectorText);
    }
  };
  for (const sheet of document.styleSheets) look(sheet.cssRules);
  return found;
};

function faultOf([red, green, blue, alpha], isDark) {
  if (alpha < 255) return alpha === 0 ? "transparent" : "not opaque";
  const lightness = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  if (isDark && lightness > 0.35) return "light";
  if (!isDark && lightness < 0.75) return "dark";
  return null;
}

/**
 * Looks at the kit's surfaces in every colour scheme. The product must have an account of Gmail and a
 * button that connects Slack. Rejects with each surface whose computed background is not right.
 */
export async function checkColours(page, product) {
  const faults = [];
  async function look(surfaces) {
    const entries = Object.entries(surfaces);
    for (const { name, os = "light", scheme, ...setting } of schemesOf(product)) {
      await page.emulateMedia({ colorScheme: os });
      await page.evaluate(setScheme, setting);
      const backgrounds = await page.evaluate(
        readBackgrounds,
        entries.map(([, { selector }]) => selector),
      );
      for (const [index, [surface, { isInverse = false }]] of entries.entries()) {
        const background = backgrounds[index];
        const fault = background
          ? faultOf(background, (scheme === "dark") !== isInverse)
          : "not on the page";
        if (fault) faults.push(`${name}: the ${surface} is ${fault} (${background})`);
      }
    }
  }

  await page.getByRole("button", { name: "Options for Gmail" }).click();
  await page.getByRole("menu").waitFor();
  await look(behindDialog);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Connect Slack" }).first().click();
  await page.locator(".ak-connect-dialog").waitFor();
  await look(inDialog);

  const rules = await page.evaluate(findMinifierVariables);
  if (rules.length > 0) faults.push(`var(--lightningcss-…) in ${rules.length} rules of the kit`);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}
