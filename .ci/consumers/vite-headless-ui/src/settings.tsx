import {
  ConnectButton,
  ConnectionsList,
  ConnectorGallery,
  ConnectProvider,
} from "@authkit-ui/react";
import {
  Dialog,
  DialogPanel,
  DialogTitle,
  Popover,
  PopoverButton,
  PopoverPanel,
} from "@headlessui/react";
import { useState } from "react";

export function Settings({ authKitOrigin }: { authKitOrigin?: string | undefined }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <ConnectProvider viewerKey="u_headless" authKit={{ baseUrl: authKitOrigin }}>
      <main>
        <h1>Settings</h1>
        <button type="button" onClick={() => setIsOpen(true)}>
          Open dialog
        </button>
        <Dialog open={isOpen} onClose={() => setIsOpen(false)}>
          <DialogPanel id="host-dialog">
            <DialogTitle>HubSpot</DialogTitle>
            <ConnectButton platform="hubspot" />
          </DialogPanel>
        </Dialog>
        <Popover>
          <PopoverButton>Open popover</PopoverButton>
          <PopoverPanel id="host-popover">
            <ConnectButton platform="notion" />
          </PopoverPanel>
        </Popover>
        <form action="/profile">
          <label>
            Company <input name="company" />
          </label>
          <ConnectButton platform="gmail" />
          <ConnectButton platform="slack" />
          <ConnectionsList />
          <ConnectorGallery />
          <button type="submit">Save</button>
        </form>
      </main>
    </ConnectProvider>
  );
}
