import { onTestFinished } from "vitest";

/** Every sentence that the page's live regions come to say from now on, with how urgent it is. */
export function listen(): string[] {
  const said: string[] = [];
  const last = new Map<Element, string>();
  const hear = () => {
    for (const region of document.querySelectorAll("[role=status], [role=alert]")) {
      const text = region.textContent?.trim() ?? "";
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
