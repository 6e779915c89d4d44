import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  Component,
  createRef,
  lazy,
  type ReactNode,
  type RefAttributes,
  version as reactVersion,
  StrictMode,
  Suspense,
} from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type InProcessProduct, startProduct } from "../../test/in-process-product.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import type { ConnectEvent } from "../session/connect-event.ts";
import { currentSession } from "../session/session-store.ts";
import { ConnectButton, type ConnectButtonProps } from "./connect-button.tsx";

let product: InProcessProduct;
beforeEach(() => {
  product = startProduct();
  started = 0;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** How many connect sessions presses have started. Each is over at once: jsdom shows no dialog. */
let started = 0;
function onEvent({ name }: ConnectEvent) {
  if (name !== "connect_started") return;
  started += 1;
  queueMicrotask(() => currentSession()?.close());
}

const page = (
  children: ReactNode,
  props: Partial<ConnectButtonProps & RefAttributes<HTMLButtonElement>> = {},
) => (
  <ConnectProvider viewerKey="u_1" onEvent={onEvent}>
    <ConnectButton platform="gmail" asChild {...props}>
      {children}
    </ConnectButton>
  </ConnectProvider>
);
const show = (children: ReactNode, props?: Partial<ConnectButtonProps>) =>
  render(<StrictMode>{page(children, props)}</StrictMode>);
const link = (name = "Link your mail") => screen.findByRole("button", { name });
const isIdle = (element: Element) =>
  waitFor(() => expect(element.getAttribute("data-state")).toBe("idle"));

/**
 * A node as a Server Component hands it over: not an element, but a wrapper that gives one later.
 * `React.lazy` makes the same wrapper; rendered as a node, it stands for what its promise gives.
 */
function serverNode(node: ReactNode): ReactNode {
  const wrapper = lazy(() => Promise.resolve({ default: node as never }));
  return wrapper as unknown as ReactNode;
}

describe("what the child is", () => {
  const button = <button type="button">Link your mail</button>;
  test.each<[string, ReactNode]>([
    ["an element", button],
    ["a lazy node, as a Server Component hands it over", serverNode(button)],
    ["a lazy node that gives a lazy node", serverNode(serverNode(button))],
    ["a promise, as an async Server Component hands it over", Promise.resolve(button)],
    ["an array with one element", [button]],
    ["an element between what renders nothing", [null, false, button, undefined, ""]],
    // biome-ignore lint/complexity/noUselessFragments: a fragment as the child is the case under test
    ["a fragment around one element", <>{button}</>],
    // biome-ignore lint/complexity/noUselessFragments: a fragment as the child is the case under test
    ["a lazy node that gives a fragment", serverNode(<>{[null, button]}</>)],
  ])("gives %s the behaviour", async (_what, children) => {
    const ref = createRef<HTMLButtonElement>();
    render(<Suspense fallback="wait">{page(children, { ref })}</Suspense>);
    const element = await link();
    await isIdle(element);
    expect(ref.current).toBe(element);
    await userEvent.click(element);
    expect(started).toBe(1);
  });

  test.each<[string, ReactNode]>([
    ["null", null],
    ["undefined", undefined],
    ["false", false],
    ["an empty text", ""],
    ["an empty array", []],
    ["a lazy node that gives null", serverNode(null)],
  ])("renders no button for %s, e.g. while it may not be offered", async (_what, children) => {
    const complaint = vi.spyOn(console, "error");
    const { container } = render(<Suspense fallback="wait">{page(children)}</Suspense>);
    await waitFor(() =>
      expect(container.querySelector(".ak-connect")?.getAttribute("data-state")).toBe("idle"),
    );
    expect(container.querySelector(".ak-connect")?.childElementCount).toBe(0);
    expect(complaint).not.toHaveBeenCalled();
  });

  test.each<[string, ReactNode]>([
    ["text", "Connect"],
    ["the number 0", 0],
    ["two elements", [<button key="1" type="button" />, <button key="2" type="button" />]],
    ["an element and text", [button, " or later"]],
    ["a fragment around two elements", [<i key="1" />, <b key="2" />]],
    ["a Suspense boundary", <Suspense key="1">{button}</Suspense>],
    ["a lazy node that gives text", serverNode("Connect")],
  ])("says what to do about %s", async (_what, children) => {
    vi.spyOn(console, "error").mockReturnValue();
    render(
      <Catch>
        <Suspense fallback="wait">{page(children)}</Suspense>
      </Catch>,
    );
    const caught = await screen.findByTestId("caught");
    expect(caught.textContent).toMatch(
      /^misconfigured: authkit-ui: <ConnectButton platform="gmail" asChild> .*exactly one element/,
    );
  });

  test.each<[string, () => ReactNode]>([
    ["renders nothing", () => null],
    ["keeps its props from its element", () => <button type="button">Mine</button>],
  ])("tells a developer of a component that %s", async (_what, Child) => {
    const complaint = vi.spyOn(console, "error").mockReturnValue();
    const { container } = show(<Child />);
    await waitFor(() =>
      expect(container.querySelector(".ak-connect")?.getAttribute("data-state")).toBe("idle"),
    );
    expect(complaint.mock.calls.flat().join()).toMatch(
      /misconfigured: <ConnectButton platform="gmail" asChild>.*pass .*ref/s,
    );
  });
});

describe("what the child keeps, and what it gets", () => {
  test("the kit’s state and id win over the child’s own", async () => {
    show(
      <button type="button" id="mine" data-state="closed" aria-disabled={false} aria-busy={false}>
        Link your mail
      </button>,
      { id: "ours", disabled: true },
    );
    const element = await link();
    await isIdle(element);
    expect(element.id).toBe("ours");
    expect(element.getAttribute("aria-disabled")).toBe("true");
  });

  test("attributes that the kit does not set stay the child’s own", async () => {
    show(
      <button type="button" id="mine" aria-haspopup="dialog" title="Mail" tabIndex={-1}>
        Link your mail
      </button>,
    );
    const element = await link();
    await isIdle(element);
    expect(element.id).toBe("mine");
    expect(element.getAttribute("aria-haspopup")).toBe("dialog");
    expect(element.title).toBe("Mail");
    expect(element.tabIndex).toBe(-1);
  });

  test("classes and descriptions are joined, and both refs get the element", async () => {
    const own = createRef<HTMLButtonElement>();
    const ref = vi.fn();
    product.intercept = (request) =>
      request.url.endsWith("/connectors")
        ? Response.json({
            connectors: [{ platform: "gmail", name: "Gmail", unavailable: "Ask your admin." }],
            total: 1,
          })
        : undefined;
    const { unmount } = show(
      <button type="button" ref={own} className="host" aria-describedby="hint">
        Link your mail
      </button>,
      { ref, className: "given", classNames: { button: "slot" } } as object,
    );
    const element = await link();
    await screen.findByText("Ask your admin.");
    expect([...element.classList].sort()).toEqual(["given", "host", "slot"]);
    expect(element.getAttribute("aria-describedby")).toMatch(/^hint \S+$/);
    expect(own.current).toBe(element);
    expect(ref.mock.lastCall).toEqual([element]);
    unmount();
    expect(own.current).toBe(null);
    expect(ref.mock.lastCall).toEqual([null]);
  });

  test("the child’s handler comes first, and may keep the kit’s from running", async () => {
    const calls: string[] = [];
    const { rerender } = render(
      page(
        <button type="button" onClick={() => calls.push(`${started} started`)}>
          Link your mail
        </button>,
      ),
    );
    const element = await link();
    await isIdle(element);
    await userEvent.click(element);
    expect(calls).toEqual(["0 started"]);
    expect(started).toBe(1);
    await isIdle(element);

    rerender(
      page(
        <button type="button" onClick={(event) => event.preventDefault()}>
          Link your mail
        </button>,
      ),
    );
    await userEvent.click(await link());
    expect(started).toBe(1);
  });

  test.each<[string, ReactNode]>([
    // biome-ignore lint/a11y/useButtonType: a button without a type is the case under test
    ["a button without a type", <button key="1">Link your mail</button>],
    [
      "a button whose type is undefined",
      <button key="2" type={undefined}>
        Link your mail
      </button>,
    ],
    ["a component that passes on the press alone", <PressOnly key="3" />],
  ])("%s does not submit the product’s form", async (_what, children) => {
    vi.spyOn(console, "error").mockReturnValue();
    const onSubmit = vi.fn();
    render(
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {page(children)}
      </form>,
    );
    const element = await link();
    await waitFor(() =>
      expect(element.closest(".ak-connect")?.getAttribute("data-state")).toBe("idle"),
    );
    await userEvent.click(element);
    expect(started).toBe(1);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test("a button that says that it submits does both", async () => {
    const onSubmit = vi.fn();
    render(
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {page(<button type="submit">Link your mail</button>)}
      </form>,
    );
    const element = await link();
    await isIdle(element);
    await userEvent.click(element);
    expect(started).toBe(1);
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  test("a link does not lead away from the page", async () => {
    const { container } = show(<a href="/integrations">Link your mail</a>);
    const element = await screen.findByRole("link");
    await isIdle(element);
    const click = new MouseEvent("click", { bubbles: true, cancelable: true });
    element.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    await waitFor(() => expect(started).toBe(1));
    expect(container.querySelector("a")?.hasAttribute("type")).toBe(false);
  });
});

test("the ref is the kit’s own button without asChild", async () => {
  const ref = createRef<HTMLButtonElement>();
  render(
    <ConnectProvider viewerKey="u_1">
      <ConnectButton platform="gmail" ref={ref} />
    </ConnectProvider>,
  );
  expect(ref.current).toBe(await screen.findByRole("button"));
  await isIdle(screen.getByRole("button"));
});

/** As products write them who know of no more than a press. */
function PressOnly({ onClick }: { onClick?: () => void }) {
  return (
    // biome-ignore lint/a11y/useButtonType: a button without a type is the case under test
    <button onClick={onClick}>Link your mail</button>
  );
}

class Catch extends Component<{ children: ReactNode }> {
  override state: { error: (Error & { code?: string }) | null } = { error: null };
  static getDerivedStateFromError = (error: Error) => ({ error });
  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <p data-testid="caught">
        {error.code}: {error.message}
      </p>
    );
  }
}

// The wrapper of `React.lazy` is what a Server Component's node is made of since React 19.
expect(Number.parseInt(reactVersion, 10)).toBeGreaterThanOrEqual(19);
