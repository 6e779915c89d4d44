import type { Connector } from "@authkit-ui/contract";
import { fireEvent, render as hydrate, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef, Profiler } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type InProcessProduct, startProduct } from "../../test/in-process-product.ts";
import { Product, render } from "../../test/render.tsx";
import { connection } from "../connections-list/connections.fixtures.ts";
import type { ConnectProviderProps } from "../provider/connect-provider-props.ts";
import { ConnectorGallery, type ConnectorGalleryProps } from "./connector-gallery.tsx";
import { connectors, manyConnectors } from "./connectors.fixtures.ts";

let product: InProcessProduct;
beforeEach(() => {
  product = startProduct();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const few = ["airtable", "asana", "gmail", "hubspot", "slack"];
const pick = (...platforms: string[]) =>
  connectors.filter(({ platform }) => platforms.includes(platform));
const withData = (some: Connector[] = pick(...few), accounts = [] as object[]) =>
  ({ initialData: { connectors: some, connections: accounts } }) as Partial<ConnectProviderProps>;
const show = (
  props: ConnectorGalleryProps = {},
  provider: Partial<ConnectProviderProps> = withData(),
) =>
  render(
    <Product viewerKey="ann" {...provider}>
      <ConnectorGallery {...props} />
    </Product>,
  );

const gallery = () => screen.getByRole("region", { name: "Add an integration" });
const names = () =>
  [...document.querySelectorAll(".ak-card-name")].map(({ textContent }) => textContent);
const card = (name: string) => {
  const found = screen.getByText(name).closest<HTMLElement>("li");
  if (!found) throw new Error(`There is no card "${name}".`);
  return found;
};
const button = (name: string | RegExp) => screen.getByRole("button", { name });

describe("what is offered", () => {
  test("shows 24 cards, and the others at a press, which moves the focus to the first of them", async () => {
    show({}, withData(connectors));
    expect(names()).toHaveLength(24);
    expect(screen.getByText("24 of 28 shown")).toBeInTheDocument();
    await userEvent.click(button("Show 4 more"));
    expect(names()).toHaveLength(28);
    expect(document.activeElement).toHaveAccessibleName(`Connect ${connectors[24]?.name}`);
    const isAnnounced = ({ textContent }: Element) => textContent === "28 of 28 shown";
    expect([...document.querySelectorAll("[aria-live]")].some(isAnnounced)).toBe(true);
  });

  test("puts the connectors with the most actions first, or sorts A–Z", () => {
    const some = pick(...few).map((one) =>
      one.platform === "slack" ? { ...one, actionCount: 306 } : one,
    );
    const { rerender } = show({}, withData(some));
    expect(names()).toEqual(["Slack", "Airtable", "Asana", "Gmail", "HubSpot"]);
    rerender(
      <Product viewerKey="ann" {...withData(some)}>
        <ConnectorGallery order="name" />
      </Product>,
    );
    expect(names()).toEqual(["Airtable", "Asana", "Gmail", "HubSpot", "Slack"]);
  });

  test("shows the description on a card, else the category, else nothing", () => {
    const [airtable, gmail, outlook] = pick("airtable", "gmail", "outlook-calendar");
    if (!airtable || !gmail || !outlook) throw new Error("A fixture is missing.");
    const description = "Reads and sends mail.\nAnd more.";
    show({}, withData([airtable, { ...gmail, description }, outlook]));
    expect(card("Airtable")).toHaveTextContent("AirtableDatabase");
    expect(within(card("Gmail")).getByText("Reads and sends mail.")).toHaveAttribute(
      "title",
      description,
    );
    expect(card("Gmail")).not.toHaveTextContent(/Email|And more/);
    expect(card("Outlook Calendar")).not.toHaveTextContent("Other");
  });

  test("does not repeat the category on the cards of its group, and counts the shown cards", () => {
    show({ groupBy: "category" }, withData(connectors));
    expect(screen.getByRole("heading", { name: /^CRM/ })).toHaveTextContent("CRM4");
    expect(card("HubSpot")).not.toHaveTextContent("CRM");
    expect(card("Airtable")).toHaveTextContent("Database");
    expect(screen.getByRole("heading", { name: /^Other/ })).toHaveTextContent("Other7 of 11 shown");
  });

  test("puts featured connectors first, and leaves excluded ones out", () => {
    show({ featured: ["slack", "gmail"], excludePlatforms: ["airtable"] });
    expect(names()).toEqual(["Slack", "Gmail", "Asana", "HubSpot"]);
    expect(screen.getByRole("list", { name: "Featured" })).toBeInTheDocument();
  });

  test("puts what was connected last first with `showRecent`", () => {
    show({ showRecent: true }, withData(pick(...few), [connection({ platform: "slack" })]));
    expect(within(screen.getByRole("list", { name: "Recently connected" })).getByText("Slack"));
    expect(names()[0]).toBe("Slack");
  });

  test("renders groups one heading level below the title, or in its place without a title", () => {
    const some = withData(pick("gmail", "hubspot", "salesforce"));
    const { rerender } = show({ groupBy: "category", headingLevel: 3 }, some);
    expect(screen.getByRole("heading", { level: 3, name: "Add an integration" }));
    expect(screen.getByRole("heading", { level: 4, name: /^CRM/ })).toHaveTextContent("CRM2");
    rerender(
      <Product viewerKey="ann" {...some}>
        <ConnectorGallery groupBy="category" headingLevel={3} title={null} />
      </Product>,
    );
    expect(screen.getByRole("heading", { level: 3, name: /^CRM/ })).toBeInTheDocument();
    expect(gallery()).toBeInTheDocument();
  });

  test("keeps the logos of server markup when the page is hydrated", () => {
    const consoleError = vi.spyOn(console, "error");
    onTestFinished(() => consoleError.mockRestore());
    const element = document.body.appendChild(document.createElement("div"));
    const page = (
      <Product viewerKey="ann" {...withData()}>
        <ConnectorGallery />
      </Product>
    );
    element.innerHTML = renderToString(page);
    const logos = [...element.querySelectorAll("img")];
    expect(logos).toHaveLength(4);
    for (const logo of logos) expect(logo).toHaveAttribute("loading", "lazy");
    hydrate(page, { container: element, hydrate: true });
    expect([...element.querySelectorAll("img")]).toEqual(logos);
    expect(consoleError).not.toHaveBeenCalled();
  });
});

describe("what the viewer has", () => {
  test("shows each card's state, and names the next step", () => {
    show(
      {},
      withData(pick("gmail", "hubspot", "slack"), [
        connection({ platform: "gmail" }),
        connection({ platform: "hubspot", state: "failed" }),
      ]),
    );
    expect(card("Gmail")).toHaveAttribute("data-state", "connected");
    expect(card("HubSpot")).toHaveAttribute("data-state", "needs-attention");
    expect(card("Slack")).toHaveAttribute("data-state", "available");
    expect(button("Add another Gmail account")).toBeInTheDocument();
    expect(button("Reconnect HubSpot")).toBeInTheDocument();
    expect(button("Connect Slack")).toBeInTheDocument();
  });

  test("does not offer another account of an unavailable connector", () => {
    const [gmail] = pick("gmail").map((one) => ({ ...one, unavailable: "Your plan is full." }));
    show({}, withData(gmail ? [gmail] : [], [connection({ platform: "gmail" })]));
    expect(card("Gmail")).toHaveAttribute("data-state", "connected");
    expect(within(card("Gmail")).queryByRole("button")).not.toBeInTheDocument();
  });

  test("offers to reconnect a broken account of an unavailable connector", () => {
    const some = pick("hubspot").map((one) => ({ ...one, unavailable: "Your plan is full." }));
    show({}, withData(some, [connection({ platform: "hubspot", state: "failed" })]));
    expect(button("Reconnect HubSpot")).toBeInTheDocument();
  });

  test("says on the card why connecting failed, and offers to try again", async () => {
    const onError = vi.fn();
    show({ onError });
    let refuse = () => {};
    const isRefused = new Promise<void>((resolve) => {
      refuse = resolve;
    });
    product.intercept = ({ url }) =>
      url.endsWith("/sessions")
        ? isRefused.then(() => new Response("{}", { status: 500 }))
        : undefined;
    await userEvent.click(button("Connect Slack"));
    const dialog = await screen.findByRole("dialog", { name: "Connect Slack" });
    expect(card("Slack")).toHaveAttribute("data-state", "connecting");
    refuse();
    await within(dialog).findByRole("alert");
    await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
    await waitFor(() => expect(card("Slack")).toHaveAttribute("data-state", "error"));
    expect(within(card("Slack")).getByRole("alert")).toHaveTextContent("Nothing was connected.");
    expect(button("Try again to connect Slack")).toBeInTheDocument();
    expect(onError).toHaveBeenCalledOnce();
  });

  test("offers no retry when somebody else has to change something first", async () => {
    show();
    product.intercept = ({ url }) =>
      url.endsWith("/sessions")
        ? Response.json(
            { code: "forbidden", title: "Ask Priya.", status: 403, requestId: "r_1" },
            { status: 403, headers: { "content-type": "application/problem+json" } },
          )
        : undefined;
    await userEvent.click(button("Connect Slack"));
    const dialog = await screen.findByRole("dialog", { name: "Connect Slack" });
    await within(dialog).findByRole("alert");
    await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
    await waitFor(() => expect(card("Slack")).toHaveAttribute("data-state", "error"));
    expect(button("Connect Slack")).toHaveTextContent("Connect");
  });
});

describe("when the catalog cannot be read", () => {
  test("shows an error, not an empty gallery, and moves the focus to the title at a new try", async () => {
    product.intercept = ({ url }) =>
      url.includes("/connectors") ? new Response("", { status: 403 }) : undefined;
    show({ platforms: few }, {});
    expect(gallery()).toHaveAttribute("data-state", "loading");
    expect(await screen.findByRole("alert")).toHaveTextContent("Integrations didn’t load");
    expect(gallery()).toHaveAttribute("data-state", "error");
    product.intercept = null;
    await userEvent.click(button("Try again"));
    expect(screen.getByRole("heading", { name: "Add an integration" })).toHaveFocus();
    await waitFor(() => expect(gallery()).toHaveAttribute("data-state", "ready"));
  });

  test("says that nothing is enabled where the catalog is empty", () => {
    show({}, withData([]));
    expect(gallery()).toHaveAttribute("data-state", "empty");
    expect(gallery()).toHaveTextContent("No integrations are available yet");
    expect(screen.queryByRole("search")).not.toBeInTheDocument();
  });

  test("says that the catalog is old when it cannot be read again", async () => {
    show({}, withData());
    product.intercept = ({ url }) =>
      url.includes("/connectors") ? new Response("", { status: 403 }) : undefined;
    // The catalog is read again when the browser comes back online, as soon as it is not fresh.
    vi.useFakeTimers({ now: Date.now() + 600_000, toFake: ["Date"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    fireEvent(window, new Event("offline"));
    expect(await screen.findByText(/^You’re offline\./)).toBeInTheDocument();
    expect(button("Connect Gmail")).toHaveAttribute("aria-disabled", "true");
    fireEvent(window, new Event("online"));
    expect(await screen.findByText(/The latest list couldn’t be read\./)).toBeInTheDocument();
    product.intercept = null;
    await userEvent.click(button("Refresh"));
    await waitFor(() => expect(screen.queryByText(/latest list/)).not.toBeInTheDocument());
  });
});

describe("as an element of the product", () => {
  test("forwards its ref and any other attribute to the root element", async () => {
    const ref = createRef<HTMLElement>();
    const onFocus = vi.fn();
    render(
      <Product viewerKey="ann" {...withData()}>
        <ConnectorGallery
          ref={ref}
          id="integrations"
          className="mine"
          style={{ maxWidth: "40rem" }}
          data-testid="gallery"
          data-state="mine"
          aria-describedby="note"
          lang="en"
          onFocus={onFocus}
        />
      </Product>,
    );
    const root = gallery();
    expect(ref.current).toBe(root);
    expect(root).toHaveAttribute("id", "integrations");
    expect(root).toHaveClass("ak", "ak-connector-gallery", "mine");
    expect(root).toHaveStyle({ maxWidth: "40rem" });
    expect(root).toHaveAttribute("data-testid", "gallery");
    expect(root).toHaveAttribute("data-state", "ready");
    expect(root).toHaveAttribute("aria-describedby", "note");
    expect(root).toHaveAttribute("lang", "en");
    await userEvent.click(screen.getByRole("searchbox"));
    expect(onFocus).toHaveBeenCalled();
  });

  test("is named by `aria-label` or `aria-labelledby`, and so is its search", () => {
    render(
      <Product viewerKey="ann" {...withData()}>
        <h2 id="team">Your team</h2>
        <ConnectorGallery aria-label="Yours" />
        <ConnectorGallery aria-labelledby="team" />
      </Product>,
    );
    for (const name of ["Yours", "Your team"]) {
      expect(screen.getByRole("region", { name })).toBeInTheDocument();
      expect(screen.getByRole("search", { name })).toBeInTheDocument();
    }
  });
});

test("shows a letter before its list, also among two thousand connectors", async () => {
  const commits = new Set<string>();
  const search = () => document.querySelector("input")?.value;
  render(
    <Product viewerKey="ann" {...withData(manyConnectors(2_000))}>
      <Profiler id="gallery" onRender={() => commits.add(`${search()}: ${names()[0]}`)}>
        <ConnectorGallery />
      </Profiler>
    </Product>,
  );
  await userEvent.type(screen.getByRole("searchbox"), "0198");
  await waitFor(() => expect(commits).toContain("0198: Made Up 01980"));
  expect(commits).toContain("01: Made Up 00000");
});
