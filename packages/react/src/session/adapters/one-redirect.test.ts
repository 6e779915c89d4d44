import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConnectSession } from "../connect-session.ts";
import { elementSelector, resume, saveRedirect } from "./one-redirect.ts";

const target = { platform: "gmail", identityType: "user" } as const;
const session = {
  key: '"ann"',
  openedFrom: { opener: null, container: null },
  getState: () => ({ target }),
} as unknown as ConnectSession;

/** The stored redirect of a page that left for a provider one minute ago. */
function storeRedirect(change: object = {}) {
  const pendingRedirect = { id: "s-1", ticket: "ticket", checkState: "state" };
  saveRedirect({ ...pendingRedirect, address: location.href }, session);
  const entry = JSON.parse(sessionStorage.getItem("authkit-ui:return") ?? "");
  const stored = { ...entry, timeOrigin: 1, at: Date.now() - 60_000, ...change };
  sessionStorage.setItem("authkit-ui:return", JSON.stringify(stored));
}

/** Resumes as a newly loaded page would. Resolves to the sessions that it starts. */
async function arrive({
  type = "navigate",
  name = location.href,
  viewer = "ann",
  state = "token_issued",
} = {}) {
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ type, name }] as never);
  const started: unknown[] = [];
  await resume({
    api: { readSession: async () => ({ state }) } as never,
    emit: () => {},
    sessionKey: () => JSON.stringify(viewer),
    startSession: (target, _openedFrom, { api }) => {
      started.push({ target, session: api?.createSession({ identityType: "user" }) });
      return null;
    },
  });
  return started;
}

const isKept = () => sessionStorage.getItem("authkit-ui:return") !== null;

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

test("resumes the session once", async () => {
  storeRedirect();
  const [started] = (await arrive()) as [{ target: unknown; session: Promise<unknown> }];
  expect(started.target).toEqual(target);
  // The server's session is the same, so that the account is not mistaken for an older one.
  expect(await started.session).toEqual({ id: "s-1", ticket: "ticket", checkState: "state" });
  expect(await arrive()).toEqual([]);
});

test.for([
  ["the person has gone back", {}, { type: "back_forward" }],
  ["the page is loaded anew", {}, { type: "reload" }],
  ["another page is opened", {}, { name: `${location.href}other` }],
  ["it left more than ten minutes ago", { at: Date.now() - 601_000 }, {}],
  ["the server has ended the session", {}, { state: "ended" }],
] as const)("does nothing, and forgets it, when %s", async ([, change, arrival]) => {
  storeRedirect(change);
  expect(await arrive(arrival)).toEqual([]);
  expect(isKept()).toBe(false);
});

test("leaves the redirect to the viewer who started it", async () => {
  storeRedirect();
  expect(await arrive({ viewer: "bob" })).toEqual([]);
  expect(await arrive()).toHaveLength(1);
});

test("ignores the redirect while the page that started it is still loaded", async () => {
  storeRedirect({ timeOrigin: performance.timeOrigin });
  expect(await arrive()).toEqual([]);
  expect(isKept()).toBe(true);
});

test.for(["", "{", "[]", '"text"', "{}"])("removes what is not a redirect: %j", async (text) => {
  sessionStorage.setItem("authkit-ui:return", text);
  expect(await arrive()).toEqual([]);
  expect(isKept()).toBe(false);
});

function selectorIn(markup: string) {
  document.body.innerHTML = markup;
  const element = document.querySelector("[data-pressed]") as HTMLElement;
  const selector = elementSelector(element);
  expect(selector && document.querySelector(selector)).toBe(selector && element);
  return selector;
}

test.for([
  ["<p></p><button data-pressed></button>", "body > button:nth-of-type(1)"],
  ['<main id="app"><i></i><b></b><b data-pressed></b></main>', '[id="app"] > b:nth-of-type(2)'],
  ['<ul><li data-connection-id="c-1"><i data-pressed></i></li></ul>', "i:nth-of-type(1)"],
  // After a reload, another element may have this id.
  ['<div id="_r_5_"><button id=":r1:" data-pressed></button></div>', "body > div:nth-of-type(1)"],
  ['<a data-platform="x"></a><a data-platform="x" data-pressed></a>', "body > a:nth-of-type(2)"],
])("finds what was pressed in %s", ([markup = "", part]) => {
  expect(selectorIn(markup)).toContain(part);
});

test("has no selector for what was pressed in a shadow root", () => {
  document.body.innerHTML = "<div></div>";
  const root = document.body.firstElementChild?.attachShadow({ mode: "open" });
  const button = document.createElement("button");
  root?.append(button);
  expect(elementSelector(button)).toBeNull();
});
