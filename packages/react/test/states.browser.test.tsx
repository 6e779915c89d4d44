import "../src/styles/index.css";
import { afterEach, describe, expect, test, vi } from "vitest";
import { commands } from "vitest/browser";
import { violations } from "./axe.ts";
import type { Media } from "./media.ts";
import { render } from "./render.tsx";
import { stories } from "./stories.tsx";

interface Mode {
  media?: Media;
  scheme?: "light" | "dark";
  dir?: "rtl";
  /** Of the column that the component stands in. */
  width?: string;
  fontSize?: string;
}

const modes: Record<string, Mode> = {
  light: { scheme: "light" },
  dark: { scheme: "dark" },
  "forced colours": { media: { forcedColors: "active" } },
  "more contrast": { media: { contrast: "more" }, scheme: "light" },
  "right to left, 320 px": { dir: "rtl", width: "320px", scheme: "light" },
  "200 % text": { fontSize: "200%", scheme: "light" },
};

const page = document.documentElement;
const neutral: Media = { forcedColors: null, contrast: null };

afterEach(async () => {
  page.removeAttribute("style");
  page.removeAttribute("dir");
  document.body.removeAttribute("style");
  await commands.emulateMedia(neutral);
});

async function enter({ media, scheme = "light", dir, fontSize }: Mode) {
  page.lang = "en";
  page.style.colorScheme = scheme;
  page.style.fontSize = fontSize ?? "";
  if (dir) page.dir = dir;
  document.body.style.background = "light-dark(#fafaf9, #101012)";
  await commands.emulateMedia({ ...neutral, ...media });
}

describe.for(Object.entries(modes))("%s", ([, mode]) => {
  test.for(stories)("$name", { timeout: 30_000 }, async ({ element }) => {
    await enter(mode);
    const shown = render(
      <main style={{ inlineSize: mode.width }}>
        <h1>Integrations</h1>
        {element}
      </main>,
    );
    await vi.waitFor(() => expect(shown.element.querySelector(".ak")).not.toBeNull());
    expect(await violations(shown.element)).toEqual([]);
    const column = shown.element.querySelector("main");
    expect(column?.scrollWidth ?? 0).toBeLessThanOrEqual(column?.clientWidth ?? 0);
  });
});
