import UnifiedDirectory from "@unified-api/react-directory";
import { createRoot } from "react-dom/client";
import type { PageContestant } from "./contestant.ts";

/** Two of Unified's own categories: it leaves out those that it does not know. */
const categories = ["crm", "payment"];

/** Its search field changes nothing that is shown, so it is not typed into. */
export const contestant: PageContestant = {
  mount: (root, { connectors }) => {
    const answer = connectors.map(({ platform, name, image }, index) => ({
      type: platform,
      name,
      logo_url: image,
      categories: [categories[index % categories.length]],
    }));
    window.fetch = async () => Response.json(answer);
    createRoot(root).render(<UnifiedDirectory workspaceId="bench" nostyle />);
  },
  card: "a.unified_vendor",
};
