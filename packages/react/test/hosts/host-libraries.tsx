import { Dialog as ArkDialog } from "@ark-ui/react/dialog";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { Popover as BasePopover } from "@base-ui/react/popover";
import {
  Dialog as HeadlessDialog,
  DialogPanel as HeadlessDialogPanel,
  Popover as HeadlessPopover,
  PopoverButton as HeadlessPopoverButton,
  PopoverPanel as HeadlessPopoverPanel,
} from "@headlessui/react";
import MuiDialog from "@mui/material/Dialog";
import { FocusTrap } from "focus-trap-react";
import { Dialog, Popover } from "radix-ui";
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from "react";
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  DialogTrigger as AriaDialogTrigger,
  Modal as AriaModal,
  Popover as AriaPopover,
} from "react-aria-components";
import { Drawer } from "vaul";

interface HostProps {
  children: ReactNode;
}

/** As in every library's examples: it closes by Escape, and by a press outside. */
const layer = { "data-testid": "layer", "aria-label": "The host's" } as const;
const place: CSSProperties = { position: "fixed", inset: 20, overflow: "auto" };
/** What cuts off, and moves, everything inside that is not in the top layer. */
const clipped: CSSProperties = {
  position: "fixed",
  left: "50%",
  top: "50%",
  width: 640,
  height: 420,
  transform: "translate(-50%, -50%)",
  overflow: "hidden",
};

function NativeDialog({ children }: HostProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} {...layer}>
      {children}
    </dialog>
  );
}

const RadixDialog = ({ children, style = place }: HostProps & { style?: CSSProperties }) => (
  <Dialog.Root defaultOpen>
    <Dialog.Portal>
      <Dialog.Overlay style={{ position: "fixed", inset: 0 }} />
      <Dialog.Content {...layer} aria-describedby={undefined} style={style}>
        <Dialog.Title>The host's</Dialog.Title>
        {children}
      </Dialog.Content>
    </Dialog.Portal>
  </Dialog.Root>
);

const RadixPopover = ({ children, modal }: HostProps & { modal: boolean }) => (
  <Popover.Root defaultOpen modal={modal}>
    <Popover.Trigger>Layer</Popover.Trigger>
    <Popover.Portal>
      <Popover.Content {...layer}>{children}</Popover.Content>
    </Popover.Portal>
  </Popover.Root>
);

function HeadlessUiDialog({ children }: HostProps) {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <HeadlessDialog open={isOpen} onClose={setIsOpen} aria-label="The host's">
      <HeadlessDialogPanel data-testid="layer">{children}</HeadlessDialogPanel>
    </HeadlessDialog>
  );
}

/** Has no way to be open from the start: whoever shows it presses its button. */
const HeadlessUiPopover = ({ children }: HostProps) => (
  <HeadlessPopover>
    <HeadlessPopoverButton>Layer</HeadlessPopoverButton>
    <HeadlessPopoverPanel data-testid="layer">{children}</HeadlessPopoverPanel>
  </HeadlessPopover>
);
const AriaModalDialog = ({ children }: HostProps) => (
  <AriaModal defaultOpen isDismissable style={place}>
    <AriaDialog {...layer}>{children}</AriaDialog>
  </AriaModal>
);

const AriaPopoverDialog = ({ children }: HostProps) => (
  <AriaDialogTrigger defaultOpen>
    <AriaButton>Layer</AriaButton>
    <AriaPopover>
      <AriaDialog {...layer}>{children}</AriaDialog>
    </AriaPopover>
  </AriaDialogTrigger>
);

const BaseUiDialog = ({ children }: HostProps) => (
  <BaseDialog.Root defaultOpen>
    <BaseDialog.Portal>
      <BaseDialog.Backdrop />
      <BaseDialog.Popup {...layer} style={place}>
        {children}
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  </BaseDialog.Root>
);

const BaseUiPopover = ({ children }: HostProps) => (
  <BasePopover.Root defaultOpen>
    <BasePopover.Trigger>Layer</BasePopover.Trigger>
    <BasePopover.Portal>
      <BasePopover.Positioner>
        <BasePopover.Popup {...layer}>{children}</BasePopover.Popup>
      </BasePopover.Positioner>
    </BasePopover.Portal>
  </BasePopover.Root>
);

function MaterialUiDialog({ children }: HostProps) {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <MuiDialog open={isOpen} onClose={() => setIsOpen(false)} transitionDuration={0}>
      <div data-testid="layer">{children}</div>
    </MuiDialog>
  );
}

const ArkUiDialog = ({ children }: HostProps) => (
  <ArkDialog.Root defaultOpen>
    <ArkDialog.Backdrop />
    <ArkDialog.Positioner>
      <ArkDialog.Content {...layer}>{children}</ArkDialog.Content>
    </ArkDialog.Positioner>
  </ArkDialog.Root>
);

/** With `defaultOpen`, vaul would animate it at the first press only, and take that press for a drag. */
function VaulDrawer({ children }: HostProps) {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Drawer.Root open={isOpen} onOpenChange={setIsOpen}>
      <Drawer.Portal>
        <Drawer.Overlay />
        <Drawer.Content
          {...layer}
          aria-describedby={undefined}
          style={{ ...place, background: "#fff" }}
        >
          <Drawer.Title>The host's</Drawer.Title>
          {children}
        </Drawer.Content>
      </Drawer.Portal>
    </Drawer.Root>
  );
}

/** Shown as long as the trap is active, as a modal made by hand is. */
function TrapOf({ children, role }: HostProps & { role?: "dialog" }) {
  const [isOpen, setIsOpen] = useState(true);
  return (
    isOpen && (
      <FocusTrap
        focusTrapOptions={{
          escapeDeactivates() {
            setIsOpen(false);
            return true;
          },
        }}
      >
        <div data-testid="layer" role={role}>
          {children}
        </div>
      </FocusTrap>
    )
  );
}

/** Layers of the libraries that most products use, each open, with content of a product's in it. */
export const hosts: Record<string, (children: ReactNode) => ReactNode> = {
  "a native dialog": (children) => <NativeDialog>{children}</NativeDialog>,
  "an open details": (children) => (
    <details open data-testid="layer">
      <summary>Layer</summary>
      {children}
    </details>
  ),
  "a clipped and moved box": (children) => (
    <div data-testid="layer" style={clipped}>
      {children}
    </div>
  ),
  "a Radix Dialog": (children) => <RadixDialog>{children}</RadixDialog>,
  "a clipped and moved Radix Dialog": (children) => (
    <RadixDialog style={clipped}>{children}</RadixDialog>
  ),
  "a Radix Popover": (children) => <RadixPopover modal={false}>{children}</RadixPopover>,
  "a modal Radix Popover": (children) => <RadixPopover modal>{children}</RadixPopover>,
  "a Headless UI Dialog": (children) => <HeadlessUiDialog>{children}</HeadlessUiDialog>,
  "a Headless UI Popover": (children) => <HeadlessUiPopover>{children}</HeadlessUiPopover>,
  "a React Aria Modal": (children) => <AriaModalDialog>{children}</AriaModalDialog>,
  "a React Aria Popover": (children) => <AriaPopoverDialog>{children}</AriaPopoverDialog>,
  "a Base UI Dialog": (children) => <BaseUiDialog>{children}</BaseUiDialog>,
  "a Base UI Popover": (children) => <BaseUiPopover>{children}</BaseUiPopover>,
  "a MUI Dialog": (children) => <MaterialUiDialog>{children}</MaterialUiDialog>,
  "an Ark UI Dialog": (children) => <ArkUiDialog>{children}</ArkUiDialog>,
  "a vaul Drawer": (children) => <VaulDrawer>{children}</VaulDrawer>,
  "a focus trap in a dialog": (children) => <TrapOf role="dialog">{children}</TrapOf>,
  "a focus trap without a role": (children) => <TrapOf>{children}</TrapOf>,
};
