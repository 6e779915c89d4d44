import type { ReactNode } from "react";
import { type Login, people, type Viewer } from "./viewer.ts";

const sections = [
  { title: "You", pages: ["Profile", "Notifications"] },
  { title: "Marlow Finch", pages: ["General", "Members", "Integrations", "Billing", "API keys"] },
];

const initials = (name: string) =>
  name
    .split(" ")
    .map((word) => word[0])
    .join("");

/** Halyard's settings navigation, with who is signed in at its end. */
export function Sidebar(props: {
  viewer: Viewer;
  onSignIn(login: Login): void;
  children: ReactNode;
}) {
  const signedIn = people.find((person) => person.name === props.viewer.name)?.login;
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
      <div className="account">
        <span className="avatar" aria-hidden="true">
          {initials(props.viewer.name)}
        </span>
        <select
          aria-label="Signed in as"
          value={signedIn}
          onChange={(event) => props.onSignIn(event.target.value as Login)}
        >
          {people.map((person) => (
            <option key={person.login} value={person.login}>
              {person.name}
            </option>
          ))}
        </select>
      </div>
    </aside>
  );
}
