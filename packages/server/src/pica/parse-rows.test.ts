import { describe, expect, it } from "vitest";
import { parseConnection, parseConnector } from "./parse-rows.ts";

const mailRead = "https://www.googleapis.com/auth/gmail.readonly";

const scopesOf = (oauthScopes: unknown) => {
  const parsed = parseConnector({ platform: "gmail", name: "Gmail", oauthScopes });
  if ("problem" in parsed) throw new Error(parsed.problem);
  return parsed.row.connector.scopes;
};

describe("the scopes of a connector", () => {
  it("are those of One's catalog, with a title if the server knows one", () => {
    const scopes = [mailRead, "acme.widgets", mailRead];
    expect(scopesOf({ raw: scopes.join(" "), scopes, separator: null })).toEqual([
      { id: mailRead, title: "read mail" },
      { id: "acme.widgets" },
    ]);
  });

  it.each([
    [{ raw: "chat:write,users:read", scopes: [], separator: "," }],
    [{ raw: " chat:write  users:read ", scopes: [] }],
  ])("are split where the row has them in one text alone: %j", (column) => {
    expect(scopesOf(column)?.map(({ id }) => id)).toEqual(["chat:write", "users:read"]);
  });

  it.each([
    [undefined],
    [null],
    ["gmail.readonly"],
    [{ raw: "", scopes: [], separator: null }],
    [{ scopes: [1, "", {}, "a".repeat(400), "a\u0000b"] }],
    [{ scopes: Array.from({ length: 300 }, (_, index) => `s${index}`) }],
  ])("are absent where the row names none: %j", (column) => {
    expect(scopesOf(column)).toBeUndefined();
  });

  it("are absent when the row has no such column, as on Pica", () => {
    expect(parseConnector({ platform: "gmail", name: "Gmail" })).toMatchObject({
      row: { connector: expect.not.objectContaining({ scopes: expect.anything() }) },
    });
  });

  it("has no title for the name of a property of `Object`", () => {
    expect(scopesOf({ scopes: ["constructor"] })).toEqual([{ id: "constructor" }]);
  });
});

describe("the name of a connection", () => {
  const key = "test::google-calendar::default::1|ann";
  const nameOf = (fields: object) => {
    const row = { id: "1", key, platform: "google-calendar", environment: "test", ...fields };
    const parsed = parseConnection(row);
    return "row" in parsed ? parsed.row.name : parsed;
  };

  it("is the title when the row has no name", () => {
    expect(nameOf({ name: null, title: " Team events " })).toBe("Team events");
    expect(nameOf({ name: key, title: "Team events" })).toBe("Team events");
    expect(nameOf({ name: "Ann’s", title: "Team events" })).toBe("Ann’s");
  });

  it.each(["Google Calendar", key, "", null, 7])(
    "is none where the title is nobody's: %j",
    (title) => {
      expect(nameOf({ name: "", title })).toBeNull();
    },
  );
});
