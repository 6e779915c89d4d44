import { frameEnd, quiet } from "../../gallery/page/frames.ts";

/** An entry of the Layout Instability API, which TypeScript does not know yet. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: readonly { node: Node | null }[];
}

/** How far the page has moved. */
export interface Shifts {
  /** Sum of the layout shifts that did not follow an input within half a second. */
  counted: number;
  /** Sum of all. */
  all: number;
  /** What moved most in the largest of them: a class of the kit's, or the name of an element. */
  moved: string | null;
  /** The most pixels that the search field was away from its place. */
  field: number;
}

/** Milliseconds from a press. */
export interface Response {
  /** Until the document shows that it was heard. */
  changed: number;
  /** Until that has been painted. */
  painted: number;
}

declare global {
  interface Window {
    observed: {
      quiet(): Promise<void>;
      /** Begins anew: from now on, what moves counts. */
      reset(): void;
      shifts(): Shifts;
      /** Times the next press, until an element fits the selector, which none fits so far. */
      expect(sign: string): void;
      response: Response | null;
    };
  }
}

const none: Shifts = { counted: 0, all: 0, moved: null, field: 0 };
let shifts = { ...none };
let largest = 0;

function add(entries: PerformanceEntryList): void {
  for (const { value, hadRecentInput, sources } of entries as LayoutShift[]) {
    shifts.all += value;
    if (!hadRecentInput) shifts.counted += value;
    if (value <= largest) continue;
    largest = value;
    const node = sources[0]?.node ?? null;
    const element = node instanceof Element ? node : node?.parentElement;
    const name = Array.from(element?.classList ?? []).find((one) => one.startsWith("ak-"));
    shifts.moved = name ?? element?.localName ?? null;
  }
}
const observer = new PerformanceObserver((list) => add(list.getEntries()));
observer.observe({ type: "layout-shift", buffered: true });

const topOfField = () =>
  document.querySelector("input[type=search]")?.getBoundingClientRect().top ?? Number.NaN;

window.observed = {
  response: null,
  quiet,
  reset() {
    observer.takeRecords();
    shifts = { ...none };
    largest = 0;
    const top = topOfField();
    requestAnimationFrame(function look() {
      shifts.field = Math.max(shifts.field, Math.abs(topOfField() - top));
      requestAnimationFrame(look);
    });
  },
  shifts() {
    add(observer.takeRecords());
    return shifts;
  },
  expect(sign) {
    if (document.querySelector(sign)) throw new Error(`"${sign}" is there before the press.`);
    let pressed: number | undefined;
    const note = ({ isTrusted, timeStamp }: Event) => {
      if (isTrusted) pressed ??= timeStamp;
    };
    addEventListener("pointerdown", note, true);
    addEventListener("keydown", note, true);
    const changes = new MutationObserver(() => {
      const start = pressed;
      if (start === undefined || !document.querySelector(sign)) return;
      changes.disconnect();
      const changed = performance.now() - start;
      frameEnd().then((now) => {
        window.observed.response = { changed, painted: now - start };
      });
    });
    changes.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  },
};
