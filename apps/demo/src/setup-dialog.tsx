import { ConnectButton } from "@authkit-ui/react";
import { Dialog } from "radix-ui";

const steps = [
  { platform: "gmail", title: "Mail", text: "New messages are filed under their client." },
  { platform: "google-calendar", title: "Calendar", text: "Meetings appear on the client’s page." },
  { platform: "hubspot", title: "Client records", text: "Names and numbers stay up to date." },
] as const;

/** A product's own dialog with connect buttons in it, as most products have one for new people. */
export function SetupDialog() {
  return (
    <Dialog.Root>
      <Dialog.Trigger className="button">Set up Halyard</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog">
          <Dialog.Title className="dialog-title">Set up Halyard</Dialog.Title>
          <Dialog.Description className="dialog-text">
            Connect what you work with. You can change it later.
          </Dialog.Description>
          <ul className="setup-steps">
            {steps.map(({ platform, title, text }) => (
              <li key={platform}>
                <div>
                  <h3>{title}</h3>
                  <p>{text}</p>
                </div>
                <ConnectButton platform={platform} />
              </li>
            ))}
          </ul>
          <Dialog.Close className="button">Done</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
