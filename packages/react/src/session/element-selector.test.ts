import { expect, test } from "vitest";
import { elementSelector } from "./element-selector.ts";

function pathIn(markup: string) {
  document.body.innerHTML = markup;
  const element = document.querySelector("[data-pressed]") as HTMLElement;
  const path = elementSelector(element);
  expect(path && document.querySelector(path)).toBe(path && element);
  return path;
}

test.for([
  ["<p></p><button data-pressed></button>", "body > button:nth-of-type(1)"],
  ['<main id="app"><i></i><b></b><b data-pressed></b></main>', '[id="app"] > b:nth-of-type(2)'],
  ['<ul><li data-connection-id="c-1"><i data-pressed></i></li></ul>', "i:nth-of-type(1)"],
  // After a reload, another element may have this id.
  ['<div id="_r_5_"><button id=":r1:" data-pressed></button></div>', "body > div:nth-of-type(1)"],
  ['<a data-platform="x"></a><a data-platform="x" data-pressed></a>', "body > a:nth-of-type(2)"],
])("finds what was pressed in %s", ([markup = "", part]) => {
  expect(pathIn(markup)).toContain(part);
});

test("returns null in a shadow root", () => {
  document.body.innerHTML = "<div></div>";
  const root = document.body.firstElementChild?.attachShadow({ mode: "open" });
  const button = document.createElement("button");
  root?.append(button);
  expect(elementSelector(button)).toBeNull();
});
