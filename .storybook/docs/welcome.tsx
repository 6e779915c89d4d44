import buttonMeta, {
  Connected,
  NeedsAttention,
  NotConnected,
  ViewWithAnchor,
} from "../../packages/react/src/connect-button/connect-button-view.stories.tsx";
import listMeta from "../../packages/react/src/connections-list/connections-list-view.stories.tsx";
import { ConnectionsListView } from "../../packages/react/src/connections-list/connections-list-view.tsx";

const buttons = [NotConnected, Connected, NeedsAttention];

/** What the kit looks like, at a glance. */
export function AtAGlance() {
  return (
    <div className="sb-unstyled welcome">
      <div className="welcome-buttons">
        {buttons.map(({ args }) => (
          <ViewWithAnchor key={args?.state} {...buttonMeta.args} {...args} />
        ))}
      </div>
      <ConnectionsListView {...listMeta.args} headingLevel={2} />
    </div>
  );
}
