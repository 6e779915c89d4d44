import { screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";

/** Everything that `missing-apis.ts` may add, by what has it. */
const members: [target: object, names: string[]][] = [
  [HTMLElement.prototype, ["showPopover", "hidePopover", "togglePopover"]],
  [HTMLDialogElement.prototype, ["show", "showModal", "close"]],
  [Element.prototype, ["scrollIntoView"]],
  [globalThis, ["CSS", "ResizeObserver", "IntersectionObserver", "matchMedia", "reportError"]],
  [AbortSignal, ["any", "timeout"]],
];

/** Leaves a page as jsdom has it, whatever other tests were given, and puts all back afterwards. */
function takeMembersAway() {
  for (const [target, names] of members) {
    for (const name of names) {
      const descriptor = Object.getOwnPropertyDescriptor(target, name);
      Reflect.deleteProperty(target, name);
      onTestFinished(() => {
        Reflect.deleteProperty(target, name);
        if (descriptor) Object.defineProperty(target, name, descriptor);
      });
    }
  }
}
/** What a product's setup file does, once for each page. */
async function setUp() {
  vi.resetModules();
  await import("./index.ts");
}

beforeEach(takeMembersAway);
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Shows the markup, and returns the element with this id. */
function show(html: string) {
  document.body.innerHTML = html;
  return (id: string) => document.getElementById(id) as HTMLElement;
}
/** Tells the events of an element as it hears them. */
function listenTo(element: Element): string[] {
  const heard: string[] = [];
  for (const type of ["beforetoggle", "toggle", "close"]) {
    element.addEventListener(type, (event) => {
      const { oldState, newState } = event as ToggleEvent;
      heard.push(newState ? `${type}: ${oldState} to ${newState}` : type);
    });
  }
  return heard;
}

describe("a popover", () => {
  beforeEach(setUp);

  it("is found by its role while it is open, and its events tell of it", () => {
    const byId = show("<ul popover role='menu' id='menu'><li role='menuitem'>First</li></ul>");
    const heard = listenTo(byId("menu"));
    expect(screen.queryByRole("menu")).toBeNull();
    byId("menu").showPopover();
    expect(screen.getByRole("menuitem", { name: "First" })).toBeVisible();
    expect(heard.splice(0)).toEqual(["beforetoggle: closed to open", "toggle: closed to open"]);
    byId("menu").hidePopover();
    expect(screen.queryByRole("menu")).toBeNull();
    expect(heard).toEqual(["beforetoggle: open to closed", "toggle: open to closed"]);
  });

  it("does nothing when it is shown or hidden once more", () => {
    const byId = show("<div popover id='popover'></div>");
    const heard = listenTo(byId("popover"));
    byId("popover").hidePopover();
    expect(heard).toEqual([]);
    byId("popover").showPopover();
    byId("popover").showPopover();
    expect(heard).toHaveLength(2);
  });

  it("opens and closes by togglePopover, which says how it then is", () => {
    const popover = show("<div popover id='popover'>Help</div>")("popover");
    expect(popover.togglePopover()).toBe(true);
    expect(screen.getByText("Help")).toBeVisible();
    expect(popover.togglePopover(true)).toBe(true);
    expect(screen.getByText("Help")).toBeVisible();
    expect(popover.togglePopover()).toBe(false);
    expect(screen.getByText("Help")).not.toBeVisible();
    expect(popover.togglePopover(false)).toBe(false);
    expect(screen.getByText("Help")).not.toBeVisible();
  });

  it("keeps the display of its own style", () => {
    const popover = show("<div popover id='popover' style='display: flex'></div>")("popover");
    popover.showPopover();
    popover.hidePopover();
    expect(popover).toHaveStyle({ display: "flex" });
  });

  it.each(["popover", "popover='auto'"])("closes the other open ones, with %s", (attribute) => {
    const byId = show(`<p ${attribute} id='first'>First</p><p ${attribute} id='second'>Second</p>`);
    const heard = listenTo(byId("first"));
    byId("first").showPopover();
    byId("second").showPopover();
    expect(screen.getByText("First")).not.toBeVisible();
    expect(screen.getByText("Second")).toBeVisible();
    expect(heard.at(-1)).toBe("toggle: open to closed");
  });

  it("leaves the one open that it is in, and those that close by hand", () => {
    const byId = show(
      "<p popover='manual' id='manual'>Hint</p>" +
        "<div popover id='outer'>Menu <p popover id='inner'>Submenu</p></div>",
    );
    for (const id of ["manual", "outer", "inner"]) byId(id).showPopover();
    for (const id of ["manual", "outer", "inner"]) expect(byId(id)).toBeVisible();
  });

  it("that has left the page hears nothing of the next one", () => {
    const first = show("<p popover id='first'>First</p>")("first");
    first.showPopover();
    const heard = listenTo(first);
    show("<p popover id='second'>Second</p>")("second").showPopover();
    expect(heard).toEqual([]);
  });

  it("that closes by hand leaves the others open", () => {
    const byId = show("<p popover id='auto'>Menu</p><p popover='manual' id='manual'>Hint</p>");
    byId("auto").showPopover();
    byId("manual").showPopover();
    expect(byId("auto")).toBeVisible();
  });
});

describe("a dialog", () => {
  beforeEach(setUp);
  const showDialog = () => {
    const dialog = show("<dialog id='dialog' aria-label='Rename'>Name</dialog>")("dialog");
    return dialog as HTMLDialogElement;
  };

  it.each(["show", "showModal"] as const)("is found by its role after %s, until close", (name) => {
    const dialog = showDialog();
    const heard = listenTo(dialog);
    expect(screen.queryByRole("dialog")).toBeNull();
    dialog[name]();
    expect(screen.getByRole("dialog", { name: "Rename" })).toBeVisible();
    expect(dialog.open).toBe(true);
    expect(heard).toEqual([]);
    dialog.close();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(dialog.open).toBe(false);
    expect(heard).toEqual(["close"]);
  });

  it("has the value that it was closed with, until it is closed with another", () => {
    const dialog = showDialog();
    dialog.showModal();
    dialog.close("saved");
    expect(dialog.returnValue).toBe("saved");
    dialog.showModal();
    dialog.close();
    expect(dialog.returnValue).toBe("saved");
    dialog.showModal();
    dialog.close("");
    expect(dialog.returnValue).toBe("");
  });

  it("that is closed does nothing when it is closed again", () => {
    const dialog = showDialog();
    const heard = listenTo(dialog);
    dialog.showModal();
    dialog.close("saved");
    dialog.close("again");
    expect(heard).toEqual(["close"]);
    expect(dialog.returnValue).toBe("saved");
  });
});

describe("AbortSignal.any", () => {
  beforeEach(setUp);

  it("is aborted by the first of its signals that is, with its reason", () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const signal = AbortSignal.any([first.signal, second.signal]);
    const onAbort = vi.fn();
    signal.addEventListener("abort", onAbort);
    expect(signal.aborted).toBe(false);
    second.abort("second");
    first.abort("first");
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toBe("second");
    expect(onAbort).toHaveBeenCalledOnce();
  });

  it("is aborted from the start, with the reason of the first that was aborted before", () => {
    const late = new AbortController();
    const before = [AbortSignal.abort("one"), AbortSignal.abort("two")];
    const signal = AbortSignal.any([late.signal, ...before]);
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toBe("one");
    late.abort("late");
    expect(signal.reason).toBe("one");
  });

  it("of no signals is never aborted", () => {
    expect(AbortSignal.any([]).aborted).toBe(false);
  });
});

it("AbortSignal.timeout is aborted as a timeout once its time has passed", async () => {
  await setUp();
  vi.useFakeTimers();
  const signal = AbortSignal.timeout(1_000);
  vi.advanceTimersByTime(999);
  expect(signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(signal.reason).toMatchObject({ name: "TimeoutError" });
});

describe("CSS", () => {
  beforeEach(setUp);

  it.each([
    "menu",
    "1st",
    "-1",
    "-",
    "--",
    "a.b:c",
    "ann@example.com",
    "a b",
    "é",
    "名前",
    "😀",
    "a\\b",
  ])("escapes the id %s, so that a selector finds it", (id) => {
    const element = document.createElement("p");
    element.id = id;
    document.body.append(element);
    expect(document.querySelector(`#${CSS.escape(id)}`)).toBe(element);
  });

  it("supports nothing", () => {
    expect(CSS.supports("display", "grid")).toBe(false);
  });
});

describe("what jsdom cannot know", () => {
  beforeEach(setUp);

  it("is asked for in vain: no media query matches, and none changes", () => {
    const onChange = vi.fn();
    const query = matchMedia("(prefers-color-scheme: dark)");
    query.addEventListener("change", onChange);
    query.addListener(onChange);
    query.removeListener(onChange);
    query.removeEventListener("change", onChange);
    expect(query).toMatchObject({ media: "(prefers-color-scheme: dark)", matches: false });
    expect(onChange).not.toHaveBeenCalled();
  });

  it("is observed in vain, without an error", () => {
    const onChange = vi.fn();
    for (const Observer of [ResizeObserver, IntersectionObserver]) {
      const observer = new Observer(onChange);
      observer.observe(document.body);
      observer.unobserve(document.body);
      observer.disconnect();
    }
    document.body.scrollIntoView();
    expect(onChange).not.toHaveBeenCalled();
  });
});

it("what a callback throws is in the console, and stops nothing", async () => {
  await setUp();
  const error = vi.spyOn(console, "error").mockReturnValue();
  const thrown = new Error("The product's");
  reportError(thrown);
  expect(error).toHaveBeenCalledExactlyOnceWith(thrown);
});

describe("a page", () => {
  const each = members.flatMap(([target, names]) => names.map((name) => ({ target, name })));

  it("keeps everything that it has", async () => {
    const own = new Map(each.map((member) => [member, { own: member.name }]));
    for (const [{ target, name }, value] of own) {
      Object.defineProperty(target, name, { value, configurable: true, writable: true });
    }
    const parts = { escape: () => "own", supports: () => true };
    Object.assign(CSS, parts);
    await setUp();
    for (const [{ target, name }, value] of own) expect(Reflect.get(target, name)).toBe(value);
    expect(CSS).toMatchObject(parts);
  });

  it("keeps what it inherits", async () => {
    const { prototype } = HTMLElement;
    const inherited = () => {};
    Object.defineProperty(Element.prototype, "showPopover", {
      value: inherited,
      configurable: true,
    });
    onTestFinished(() => void Reflect.deleteProperty(Element.prototype, "showPopover"));
    await setUp();
    expect(prototype.showPopover).toBe(inherited);
  });

  it("gets what it has a name for, but no value", async () => {
    for (const { target, name } of each) {
      Object.defineProperty(target, name, { value: undefined, configurable: true, writable: true });
    }
    await setUp();
    expect(each.filter(({ target, name }) => Reflect.get(target, name) === undefined)).toEqual([]);
  });

  it("is the same when two setup files ask for it", async () => {
    await setUp();
    const before = each.map(({ target, name }) => Reflect.get(target, name));
    await setUp();
    expect(each.map(({ target, name }) => Reflect.get(target, name))).toEqual(before);
  });
});
