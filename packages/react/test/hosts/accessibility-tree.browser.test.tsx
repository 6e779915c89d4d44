import "../../src/styles/index.css";
import { cleanup } from "@testing-library/react";
import type { ReactElement } from "react";
import { expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import { DisconnectDialog } from "../../src/account-actions/disconnect-dialog.tsx";
import { accountActions } from "../../src/account-actions/use-account-actions.ts";
import * as banners from "../../src/attention-banner/attention-banner-view.stories.tsx";
import * as buttons from "../../src/connect-button/connect-button-view.stories.tsx";
import * as checklists from "../../src/connect-checklist/connect-checklist-view.stories.tsx";
import * as requests from "../../src/connect-request/connect-request-view.stories.tsx";
import * as lists from "../../src/connections-list/connections-list-view.stories.tsx";
import * as galleries from "../../src/connector-gallery/connector-gallery-view.stories.tsx";
import { ConnectProvider } from "../../src/index.ts";
import * as reconnects from "../../src/provider/reconnect-dialog.stories.tsx";
import * as dialogs from "../../src/session/connect-dialog.stories.tsx";
import { layerOrigin } from "../../src/ui/layer-origin.ts";
import { render } from "../render.tsx";
import { withFewCards } from "../stories.tsx";

type Stories = Record<string, { args?: object | undefined }> & {
  default: { args?: object | undefined; component: unknown };
};

function story(stories: object, name: string): ReactElement {
  const { default: meta, ...rest } = stories as Stories;
  const Component = meta.component as (props: object) => ReactElement;
  return <Component {...meta.args} {...rest[name]?.args} />;
}

/** The moments to record, and the element to record at each. */
const moments: [name: string, element: ReactElement, selector: string][] = [
  ["ConnectButton: nothing connected", story(buttons, "NotConnected"), ".ak-connect"],
  ["ConnectButton: several accounts", story(buttons, "SeveralAccounts"), ".ak-connect"],
  ["ConnectButton: the attempt failed", story(buttons, "Failed"), ".ak-connect"],
  ["ConnectionsList: every state", story(lists, "EveryState"), "section"],
  [
    "ConnectionsList: all of the test environment",
    story(lists, "AllOfTheTestEnvironment"),
    "section",
  ],
  ["ConnectionsList: several without names", story(lists, "SeveralWithoutNames"), "section"],
  ["ConnectionsList: last used", story(lists, "LastUsed"), "section"],
  ["ConnectionsList: of a team", story(lists, "OfATeam"), "section"],
  ["ConnectionsList: what accounts may be used for", story(lists, "Access"), "section"],
  ["ConnectionsList: one disconnected", story(lists, "Disconnected"), "section"],
  ["ConnectionsList: could not disconnect", story(lists, "CouldNotDisconnect"), "section"],
  ["ConnectionsList: loading", story(lists, "Loading"), "section"],
  ["ConnectionsList: empty", story(lists, "Empty"), "section"],
  ["ConnectionsList: could not load", story(lists, "CouldNotLoad"), "section"],
  ["ConnectionsList: two with one name", story(lists, "SeveralOfOneName"), "section"],
  ["ConnectorGallery", withFewCards(story(galleries, "WithDescriptions")), "section"],
  [
    "ConnectorGallery: could not connect",
    withFewCards(story(galleries, "CouldNotConnect")),
    "section",
  ],
  ["ConnectorGallery: no match", story(galleries, "NoMatch"), "section"],
  ["ConnectorGallery: could not load", story(galleries, "CouldNotLoad"), "section"],
  ["AttentionBanner: one account", story(banners, "OneAccount"), "section"],
  ["AttentionBanner: several accounts", story(banners, "SeveralAccounts"), "section"],
  ["AttentionBanner: the attempt failed", story(banners, "ReconnectFailed"), "section"],
  ["ConnectChecklist: half done", story(checklists, "HalfDone"), ".ak-checklist"],
  ["ConnectChecklist: one broken", story(checklists, "OneBroken"), ".ak-checklist"],
  ["ConnectChecklist: complete", story(checklists, "Complete"), ".ak-checklist"],
  ["ConnectRequest: no account yet", story(requests, "Missing"), ".ak-request"],
  ["ConnectRequest: several broken", story(requests, "SeveralBroken"), ".ak-request"],
  ["ConnectRequest: one to choose", story(requests, "Choose"), ".ak-request"],
  ["ConnectRequest: connected", story(requests, "Connected"), ".ak-request"],
  ["ConnectRequest: declined", story(requests, "Declined"), ".ak-request"],
  ["Reconnect link: the question", story(reconnects, "Question"), "dialog"],
  ["Connect dialog: opening", story(dialogs, "Opening"), "dialog"],
  ["Connect dialog: AuthKit's page is open", story(dialogs, "PageOpen"), "dialog"],
  ["Connect dialog: blocked", story(dialogs, "BlockedPage"), "dialog"],
  ["Connect dialog: not allowed", story(dialogs, "NotAllowed"), "dialog"],
  ["Connect dialog: too many attempts", story(dialogs, "TooManyAttempts"), "dialog"],
  ["Connect dialog: not saved", story(dialogs, "NotSaved"), "dialog"],
  [
    "Question before a disconnect",
    <DisconnectDialog
      key="question"
      accountLabel="support@marlow.example"
      connectorName="Gmail"
      openedFrom={layerOrigin(document.body)}
      onConfirm={() => new Promise(() => {})}
      onClose={() => {}}
    />,
    "dialog",
  ],
];

/** The menus of a row, and the stories that they are in. */
const menus = [
  ["the menu of a row", "EveryState"],
  ["the menu of a row, with what its account may be used for", "Access"],
  ["the menu of a row whose access may not be changed", "AccessForbidden"],
] as const;

// Review this file as a screen reader's user would hear it. `vitest --update` rewrites it.
test("the accessibility tree matches accessibility-tree.txt", async () => {
  await accountActions.load();
  const parts: string[] = [];
  for (const [name, element, selector] of moments) {
    render(<ConnectProvider viewerKey="ann">{element}</ConnectProvider>);
    parts.push(`# ${name}\n${await commands.accessibilityTree(selector)}\n`);
    cleanup();
  }
  for (const [name, of] of menus) {
    render(<ConnectProvider viewerKey="ann">{story(lists, of)}</ConnectProvider>);
    await page.getByRole("button", { name: "Options for ann@marlowfinch.co" }).click();
    parts.push(`# ConnectionsList: ${name}\n${await commands.accessibilityTree("[role=menu]")}\n`);
    cleanup();
  }
  render(<ConnectProvider viewerKey="ann">{story(lists, "EveryState")}</ConnectProvider>);
  await page.getByRole("button", { name: "Options for ann@marlowfinch.co" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const form = await commands.accessibilityTree("[data-state=editing]");
  parts.push(`# ConnectionsList: a row while it is renamed\n${form}\n`);
  cleanup();
  render(<ConnectProvider viewerKey="ann">{story(galleries, "OneCategory")}</ConnectProvider>);
  await page.getByRole("button", { name: /^Filter by category/ }).click();
  const finder = await commands.accessibilityTree(".ak-category-popover");
  parts.push(`# ConnectorGallery: the finder of categories\n${finder}\n`);
  cleanup();
  await expect(parts.join("\n")).toMatchFileSnapshot("accessibility-tree.txt");
});
