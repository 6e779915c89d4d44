import type { Meta, StoryObj } from "@storybook/react-vite";
import buttonMeta, {
  NotConnected,
  ViewWithAnchor,
} from "../../packages/react/src/connect-button/connect-button-view.stories.tsx";
import listMeta, {
  NeedsAttention,
} from "../../packages/react/src/connections-list/connections-list-view.stories.tsx";
import { ConnectionsListView } from "../../packages/react/src/connections-list/connections-list-view.tsx";

const themes = [
  ["neutral", "Neutral: what the kit looks like without a theme"],
  ["bold", "Bold: round corners and a lime accent"],
  ["dense", "Dense: small text and little space"],
  ["halyard", "Brand: a product’s own colours and typeface"],
] as const;

/** One page in four themes. The toolbar’s scheme makes all of them dark. */
function ThemeBoard() {
  return (
    <div
      className="board"
      style={{ gridTemplateColumns: "repeat(auto-fill, minmax(min(35rem, 100%), 1fr))" }}
    >
      {themes.map(([name, caption]) => (
        <figure key={name} className="board-cell">
          <figcaption>
            <strong id={name}>{caption}</strong>
          </figcaption>
          <div className={`ak-theme-${name} theme-page`}>
            <ViewWithAnchor {...buttonMeta.args} {...NotConnected.args} />
            <ConnectionsListView {...listMeta.args} {...NeedsAttention.args} labelledBy={name} />
          </div>
        </figure>
      ))}
    </div>
  );
}

const meta = {
  title: "Overview/Themes",
  component: ThemeBoard,
  tags: ["!autodocs"],
  parameters: { controls: { disable: true }, docs: { source: { type: "code" } } },
} satisfies Meta<typeof ThemeBoard>;

export default meta;

export const SideBySide: StoryObj<typeof meta> = {};
