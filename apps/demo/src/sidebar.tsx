import type { ReactNode } from "react";
import { type PageId, pages } from "./use-page.ts";
import { UserMenu } from "./user-menu.tsx";
import type { Login, Viewer } from "./viewer.ts";

/** A name for each page that is only there to look like a product. */
const sections: { title?: string; pages: (PageId | { name: string })[] }[] = [
  { pages: ["assistant"] },
  { title: "You", pages: [{ name: "Profile" }, { name: "Notifications" }] },
  {
    title: "Marlow Finch",
    pages: [
      { name: "General" },
      { name: "Members" },
      "integrations",
      { name: "Billing" },
      { name: "API keys" },
    ],
  },
];

/** Halyard's navigation, with who is signed in at its end. */
export function Sidebar(props: {
  page: PageId;
  viewer: Viewer;
  onSignIn(login: Login): void;
  children: ReactNode;
}) {
  return (
    <aside className="sidebar" aria-label="Halyard">
      <p className="brand">
        <svg
          viewBox="0 0 20 20"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d="M5 3v14M5 14h11L5 4" />
        </svg>
        Halyard
      </p>
      <nav aria-label="Halyard">
        {sections.map(({ title = "", pages: entries }) => (
          <section key={title}>
            {title && <h2 className="nav-title">{title}</h2>}
            <ul>
              {entries.map((entry) => {
                const isPage = typeof entry === "string";
                const name = isPage ? pages[entry] : entry.name;
                return (
                  <li key={name} data-page={isPage ? entry : undefined}>
                    <a
                      href={`#${isPage ? entry : "integrations"}`}
                      aria-current={entry === props.page ? "page" : undefined}
                    >
                      {name}
                    </a>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </nav>
      {props.children}
      <UserMenu viewer={props.viewer} onSignIn={props.onSignIn} />
    </aside>
  );
}
