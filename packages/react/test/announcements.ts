import { onTestFinished } from "vitest";

const blocks = "button, dialog, div, h1, h2, h3, li, p, ul";

/** `innerText` for jsdom, which has none: what an element says, its blocks apart from each other. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  const text = [...node.childNodes].map(textOf).join("");
  return node instanceof Element && node.matches(blocks) ? ` ${text} ` : text;
}

/** Every sentence that the page's live regions come to say from now on, with how urgent it is. */
export function listen(): string[] {
  const said: string[] = [];
  const last = new Map<Element, string>();
  const hear = () => {
    for (const region of document.querySelectorAll<HTMLElement>("[role=status], [role=alert]")) {
      // biome-ignore lint/performance/useDomNodeTextContent: keeps a heading and its text apart
      const text = (region.innerText ?? textOf(region)).replaceAll(/\s+/g, " ").trim();
      if (last.get(region) === text) continue;
      last.set(region, text);
      const urgency = region.getAttribute("role") === "alert" ? "assertive" : "polite";
      if (text) said.push(`${urgency}: ${text}`);
    }
  };
  const observer = new MutationObserver(hear);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  onTestFinished(() => observer.disconnect());
  return said;
}
