import { expect, it } from "vitest";
import { en } from "./en.ts";
import { givenMessages } from "./given-messages.ts";
import { mergeMessages } from "./merge-messages.ts";

it("leaves a text or a section that is undefined to the kit's English", () => {
  const given = givenMessages({
    list: { title: "Your apps", refresh: undefined },
    gallery: undefined,
  });
  expect(given).toEqual({ list: { title: "Your apps" } });
  expect(mergeMessages(given).list.refresh).toBe(en.list.refresh);
  expect(mergeMessages(given).gallery).toEqual(en.gallery);
});
