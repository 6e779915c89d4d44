import { DropdownMenu } from "radix-ui";
import { type Login, people, type Viewer } from "./viewer.ts";

const initials = (name: string) =>
  name
    .split(" ")
    .map((word) => word[0])
    .join("");

/** Shows who is signed in, and signs somebody else in. */
export function UserMenu(props: { viewer: Viewer; onSignIn(login: Login): void }) {
  const { viewer, onSignIn } = props;
  const signedIn = people.find(({ name }) => name === viewer.name)?.login;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="user-button" aria-label={`Signed in as ${viewer.name}`}>
        <span className="avatar" aria-hidden="true">
          {initials(viewer.name)}
        </span>
        {viewer.name}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
          <DropdownMenu.Label className="menu-label">Sign in as</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={signedIn}
            onValueChange={(login) => onSignIn(login as Login)}
          >
            {people.map(({ login, name }) => (
              <DropdownMenu.RadioItem key={login} value={login} className="menu-item">
                {name}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
