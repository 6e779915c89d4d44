import "../src/styles/index.css";
import "../src/styles/themes/bold.css";
import "../src/styles/themes/dense.css";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { commands } from "vitest/browser";
import { violations } from "./axe.ts";
import type { Media } from "./media.ts";
import { render } from "./render.tsx";
import { stories, withFewCards } from "./stories.tsx";
import { waitFor } from "./wait.ts";

interface Mode {
  media?: Media;
  scheme?: "light" | "dark";
  theme?: "bold" | "dense";
  dir?: "rtl";
  /** Of the column that the component stands in. */
  width?: string;
  fontSize?: string;
}

const modes: Record<string, Mode> = {
  light: { scheme: "light" },
  dark: { scheme: "dark" },
  "the bold theme, light": { theme: "bold", scheme: "light" },
  "the bold theme, dark": { theme: "bold", scheme: "dark" },
  "the dense theme, light": { theme: "dense", scheme: "light" },
  "forced colours": { media: { forcedColors: "active" } },
  "more contrast": { media: { contrast: "more" }, scheme: "light" },
  "right to left, 320 px": { dir: "rtl", width: "320px", scheme: "light" },
  "200 % text": { fontSize: "200%", scheme: "light" },
};

const page = document.documentElement;
const neutral: Media = { forcedColors: null, contrast: null, reducedMotion: null };

async function leave() {
  page.removeAttribute("style");
  page.removeAttribute("dir");
  page.className = "";
  document.body.removeAttribute("style");
  await commands.emulateMedia(neutral);
}

async function enter({ media, scheme = "light", theme, dir, fontSize }: Mode) {
  page.lang = "en";
  page.style.colorScheme = scheme;
  page.style.fontSize = fontSize ?? "";
  page.className = theme ? `ak-theme-${theme}` : "";
  if (dir) page.dir = dir;
  document.body.style.background = "light-dark(#fafaf9, #101012)";
  await commands.emulateMedia({ ...neutral, ...media });
}

describe.for(Object.entries(modes))("%s", ([, mode]) => {
  beforeAll(() => enter(mode));
  afterAll(leave);

  test.for(stories)("$name", async ({ element }) => {
    const shown = render(
      <main style={{ inlineSize: mode.width }}>
        <h1>Integrations</h1>
        {withFewCards(element)}
      </main>,
    );
    // Every test waits for it: not as long as between two usual looks.
    await waitFor(() => expect(shown.element.querySelector(".ak")).not.toBeNull(), {
      interval: 2,
    });
    expect(await violations(shown.element)).toEqual([]);
    const column = shown.element.querySelector("main");
    expect(column?.scrollWidth ?? 0).toBeLessThanOrEqual(column?.clientWidth ?? 0);
  });
});

test("nothing moves for people who have asked for less motion", async () => {
  await enter({ media: { reducedMotion: "reduce" } });
  onTestFinished(leave);
  const shown = render(stories.map(({ name, element }) => <div key={name}>{element}</div>));
  await waitFor(() => expect(shown.element.querySelector(".ak-skeleton")).not.toBeNull());
  const names = document
    .getAnimations()
    .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : ""));
  expect(names).toEqual([]);
  const moving = [...shown.element.querySelectorAll(".ak, .ak *")].filter(
    (element) => !/^0s(, 0s)*$/.test(getComputedStyle(element).transitionDuration),
  );
  expect(moving.map((element) => element.className)).toEqual([]);
});
