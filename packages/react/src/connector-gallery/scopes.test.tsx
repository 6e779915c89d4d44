import type { Connector } from "@authkit-ui/contract";
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { Product, render } from "../../test/render.tsx";
import { connection } from "../connections-list/connections.fixtures.ts";
import { de } from "../messages/locales/de.ts";
import { ConnectorScopes } from "../parts/connector-scopes.tsx";
import type { ConnectProviderProps } from "../provider/connect-provider-props.ts";
import { ConnectStatus } from "../session/connect-status.tsx";
import type { SessionState } from "../session/session-state.ts";
import { ConnectorGallery } from "./connector-gallery.tsx";

const read = { id: "gmail.readonly", title: "read mail" };
const send = { id: "gmail.send", title: "send mail" };
const label = { id: "gmail.labels", title: "manage mail labels" };
const unknown = { id: "gmail.addons" };

const gmail = (...scopes: NonNullable<Connector["scopes"]>): Connector => ({
  platform: "gmail",
  name: "Gmail",
  category: null,
  image: null,
  tags: [],
  actionCount: 1,
  ...(scopes.length > 0 && { scopes }),
});
const withData = (connector: Connector, connections: object[] = []) =>
  ({ initialData: { connectors: [connector], connections } }) as Partial<ConnectProviderProps>;

describe("The line of scopes", () => {
  const show = (connector: Connector, provider: Partial<ConnectProviderProps> = {}) =>
    render(
      <Product {...withData(connector)} {...provider}>
        <ConnectorScopes platform="gmail" max={2} data-testid="scopes" />
      </Product>,
    );

  test("names the scopes with a title, and counts the others", () => {
    show(gmail(read, send, read));
    expect(screen.getByTestId("scopes")).toHaveTextContent("Will ask to: read mail and send mail");
  });

  test.each([
    [[read, unknown], "Will ask to: read mail and do 1 more thing"],
    [[read, send, label, unknown], "Will ask to: read mail, send mail, and do 2 more things"],
  ])("counts what it does not name", (scopes, text) => {
    show(gmail(...scopes));
    expect(screen.getByTestId("scopes")).toHaveTextContent(text);
  });

  test("is in the page’s language, and marks the titles as English", () => {
    show(gmail(read, send, unknown), { locale: "de", messages: de });
    const line = screen.getByTestId("scopes");
    expect(line).toHaveTextContent(
      /^Bittet um Ihre Erlaubnis für: read mail, send mail und 1 weitere$/,
    );
    const english = [...line.querySelectorAll("[lang=en]")].map(({ textContent }) => textContent);
    expect(english).toEqual(["read mail", "send mail"]);
  });

  test.each([[[]], [[unknown]]])("renders nothing without a title: %j", (scopes) => {
    show(gmail(...scopes));
    expect(screen.queryByTestId("scopes")).toBeNull();
  });
});

test("appears on a card with showScopes, until the platform is connected", () => {
  const gallery = (connections: object[], showScopes?: boolean) =>
    render(
      <Product {...withData(gmail(read, send), connections)}>
        <ConnectorGallery showScopes={showScopes} />
      </Product>,
    );
  const quiet = gallery([]);
  expect(quiet.element).not.toHaveTextContent("Will ask to");
  quiet.unmount();
  const telling = gallery([], true);
  expect(telling.element).toHaveTextContent("Will ask to: read mail and send mail");
  telling.unmount();
  const connected = gallery([connection({ platform: "gmail" })], true);
  expect(connected.element).toHaveTextContent("Connected");
  expect(connected.element).not.toHaveTextContent("Will ask to");
});

test.each([
  ["preparing", true],
  ["opening", true],
  ["open", false],
  ["saving", false],
] as const)("the dialog says it while AuthKit’s page is on its way: %s, %s", (phase, isSaid) => {
  const state: Partial<SessionState> = {
    phase,
    target: { platform: "gmail", identityType: "user", reconnectId: undefined },
    connector: gmail(read, send),
    connections: [],
    isSlow: false,
    isLoaded: false,
  };
  const { element } = render(
    <Product>
      <ConnectStatus state={state as SessionState} />
    </Product>,
  );
  expect(element.textContent?.includes("Will ask to: read mail")).toBe(isSaid);
});
