import type { ReactNode } from "react";
import { UserMenu } from "./user-menu.tsx";
import type { Login, Viewer } from "./viewer.ts";

const sections = [
  { title: "You", pages: ["Profile", "Notifications"] },
  { title: "Marlow Finch", pages: ["General", "Members", "Integrations", "Billing", "API keys"] },
];

/** Halyard's settings navigation, with who is signed in at its end. */
export function Sidebar(props: {
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
      <nav aria-label="Settings">
        {sections.map((section) => (
          <section key={section.title}>
            <h2 className="nav-title">{section.title}</h2>
            <ul>
              {section.pages.map((page) => (
                <li key={page}>
                  <a
                    href="#integrations"
                    aria-current={page === "Integrations" ? "page" : undefined}
                  >
                    {page}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      {props.children}
      <UserMenu viewer={props.viewer} onSignIn={props.onSignIn} />
    </aside>
  );
}
