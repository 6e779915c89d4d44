import { ConnectChecklist, type Requirement } from "@authkit-ui/react";
import { Dialog } from "radix-ui";

const requirements: Requirement[] = [
  { platform: "gmail" },
  { anyOf: ["slack", "microsoft-teams"] },
  { platform: "hubspot", optional: true },
];

/** A product's own setup dialog, with the kit's checklist in it. */
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
          <ConnectChecklist requirements={requirements} headingLevel={3} />
          <Dialog.Close className="button">Done</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
