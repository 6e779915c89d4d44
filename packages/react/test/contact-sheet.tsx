import "../src/styles/index.css";
import "./contact-sheet.css";
import { createRoot } from "react-dom/client";
import { stories, withFewCards } from "./stories.tsx";

/** The states that the README shows, by component: what a caption says, and the story. */
const sheets: Record<string, [caption: string, story: string][]> = {
  "connect-button": [
    ["Nothing connected", "Components/Connect button/States: NotConnected"],
    ["Connected", "Components/Connect button/States: SeveralAccounts"],
    ["Needs attention", "Components/Connect button/States: NeedsAttention"],
    ["Failed", "Components/Connect button/States: Failed"],
  ],
  "connector-gallery": [
    ["Catalog", "Components/Connector gallery/States: WithFeatured"],
    ["Loading", "Components/Connector gallery/States: Loading"],
    ["No match", "Components/Connector gallery/States: NoMatchWithYourLink"],
    ["Not loaded", "Components/Connector gallery/States: CouldNotLoad"],
  ],
  "connections-list": [
    ["Accounts", "Components/Connections list/States: EveryState"],
    ["Loading", "Components/Connections list/States: Loading"],
    ["Nothing connected", "Components/Connections list/States: Empty"],
    ["Not loaded", "Components/Connections list/States: CouldNotLoad"],
  ],
};

const asked = new URLSearchParams(location.search);
const sheet = sheets[asked.get("component") ?? ""];
if (!sheet) throw new Error(`?component= is one of ${Object.keys(sheets).join(", ")}.`);

const element = (name: string) => {
  const story = stories.find((one) => one.name === name);
  if (!story) throw new Error(`There is no story ${name}.`);
  return story.element;
};

document.documentElement.style.colorScheme = asked.get("scheme") ?? "light";
const root = document.createElement("main");
root.dataset.width = asked.get("width") ?? "960";
document.body.append(root);
createRoot(root).render(
  sheet.map(([caption, story]) => (
    <figure key={story}>
      <figcaption>{caption}</figcaption>
      <div className="sheet-page">{withFewCards(element(story))}</div>
    </figure>
  )),
);
