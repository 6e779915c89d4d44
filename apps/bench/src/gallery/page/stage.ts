import type { PageContestant, PageData } from "./contestant.ts";
import { drawn, frameStart, quiet } from "./frames.ts";

/** What the bench does to the page, from outside. */
export interface Stage {
  /**
   * Mounts, `pause` milliseconds after a frame has begun. Resolves to the milliseconds until the
   * first connector is on the screen.
   */
  start(pause: number): Promise<number>;
  quiet(): Promise<void>;
  input: string | null;
  /** Elements in the document, and connectors among them. */
  count(): { elements: number; cards: number };
  /** From now on, what is typed is measured; these are the words that will be. */
  expect(words: string[]): void;
  /** Milliseconds of each letter so far, from the key to the right list on the screen. */
  letters: number[];
  /** Longest event so far, as the browser's Event Timing has it, in milliseconds. */
  worstEvent: number;
}

declare global {
  interface Window {
    stage: Stage;
  }
}

/** The browser reports no event that took less than 16 ms. TypeScript knows no threshold yet. */
const allEvents: PerformanceObserverInit & { durationThreshold: number } = {
  type: "event",
  durationThreshold: 16,
};

const compact = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, "");

/** Puts a contestant on the page and makes it measurable. */
export function setStage(contestant: PageContestant, data: PageData): void {
  const { card, name, input = null } = contestant;
  const nameOf = (one: Element) => (name ? one.querySelector(name) : one)?.textContent ?? "";
  const names = data.connectors.map(({ name }) => name.toLowerCase());
  /** How many of the first cards must fit what has been typed. */
  const expected = new Map<string, number>();
  let pressedAt = 0;

  const isRight = (text: string) => {
    const cards = [...document.querySelectorAll(card)].slice(0, expected.get(text));
    return (
      cards.length === expected.get(text) &&
      cards.every((one) => compact(nameOf(one)).includes(text))
    );
  };

  const stage: Stage = {
    input,
    letters: [],
    worstEvent: 0,
    quiet,
    start: async (pause) => {
      const root = document.querySelector<HTMLElement>("#root");
      if (!root) throw new Error("The page has no root.");
      await frameStart();
      await new Promise((resolve) => setTimeout(resolve, pause));
      const start = performance.now();
      contestant.mount(root, data);
      const paint = await drawn(() => document.querySelector(card) !== null);
      return paint - start;
    },
    count: () => ({
      elements: document.querySelectorAll("*").length,
      cards: document.querySelectorAll(card).length,
    }),
    expect: (words) => {
      for (const word of words) {
        for (let length = 1; length <= word.length; length++) {
          const text = word.slice(0, length);
          const found = names.filter((name) => name.includes(text)).length;
          expected.set(text, Math.min(found, 5));
        }
      }
      document.addEventListener("keydown", ({ timeStamp }) => (pressedAt = timeStamp), true);
      document.addEventListener(
        "input",
        ({ target }) => {
          const text = target instanceof HTMLInputElement ? target.value : "";
          if (!expected.has(text)) return;
          const pressed = pressedAt;
          drawn(() => isRight(text)).then((now) => stage.letters.push(now - pressed));
        },
        true,
      );
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          stage.worstEvent = Math.max(stage.worstEvent, duration);
        }
      }).observe(allEvents);
    },
  };
  window.stage = stage;
}

/** Loads the data, then sets the stage: only then does the bench begin. */
export async function openStage(contestant: PageContestant): Promise<void> {
  const count = new URLSearchParams(window.location.search).get("count");
  const connectors = await (await fetch(`/catalog/${count}.json`)).json();
  setStage(contestant, { connectors, endpoint: `/api/connect-${count}` });
}
