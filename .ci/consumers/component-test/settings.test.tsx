import { type MockConnect, mockConnect } from "@authkit-ui/react/test-setup";
import { cleanup, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Settings } from "./settings";

configure({ asyncUtilTimeout: 5_000 });

let connect: MockConnect;

beforeEach(() => {
  connect = mockConnect({ connections: [{ platform: "stripe", name: "Acme" }] });
});
afterEach(cleanup);

const platforms = () => connect.connections.map(({ platform }) => platform);

async function accountRow(name: string) {
  const list = screen.getByRole("region", { name: "Connected accounts" });
  const text = await within(list).findByText(name);
  return within(text.closest("li") as HTMLElement);
}

async function choose(item: string) {
  const user = userEvent.setup();
  await user.click((await accountRow("Acme")).getByRole("button", { name: "Options for Acme" }));
  await user.click(await screen.findByRole("menuitem", { name: item }));
  return user;
}

test("pressing the button connects an account", async () => {
  const user = userEvent.setup();
  render(<Settings />);
  const [button] = await screen.findAllByRole("button", { name: "Connect Gmail" });
  await user.click(button as HTMLElement);
  await accountRow("Gmail");
  expect(platforms()).toEqual(["stripe", "gmail"]);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("declining the consent connects nothing", async () => {
  connect = mockConnect({ authKit: "decline" });
  const user = userEvent.setup();
  render(<Settings />);
  const [button] = await screen.findAllByRole("button", { name: "Connect Gmail" });
  await user.click(button as HTMLElement);
  await screen.findAllByRole("button", { name: "Try again to connect Gmail" });
  expect(platforms()).toEqual([]);
});

test("closing the dialog connects nothing", async () => {
  connect = mockConnect({ authKit: "wait" });
  const user = userEvent.setup();
  render(<Settings />);
  const [button] = await screen.findAllByRole("button", { name: "Connect Gmail" });
  await user.click(button as HTMLElement);
  const dialog = await screen.findByRole("dialog", { name: "Connect Gmail" });
  await user.click(within(dialog).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(platforms()).toEqual([]);
});

test("the row's menu renames an account", async () => {
  render(<Settings />);
  const user = await choose("Rename");
  const field = await screen.findByRole("textbox", { name: "Name of Acme" });
  await user.clear(field);
  await user.type(field, "Acme Europe{Enter}");
  await accountRow("Acme Europe");
  await waitFor(() => expect(connect.connections[0]?.name).toBe("Acme Europe"));
});

test("confirming the question disconnects an account", async () => {
  render(<Settings />);
  const user = await choose("Disconnect…");
  const question = await screen.findByRole("alertdialog");
  await user.click(within(question).getByRole("button", { name: "Disconnect" }));
  await waitFor(() => expect(platforms()).toEqual([]));
});

test("the search narrows the gallery down", async () => {
  const user = userEvent.setup();
  render(<Settings />);
  await screen.findByText("HubSpot");
  await user.type(screen.getByRole("searchbox"), "notion");
  await waitFor(() => expect(screen.queryByText("HubSpot")).toBeNull());
  screen.getByText("Notion");
});
