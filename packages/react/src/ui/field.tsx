"use client";

import * as Slot from "radix-ui/slot";
import {
  type ChangeEvent,
  type ComponentPropsWithoutRef,
  forwardRef,
  useEffect,
  useRef,
} from "react";
import { isComposing } from "./is-composing.ts";
import { useLatestGetter } from "./use-latest-getter.ts";

/** Props of {@link Field}. */
export interface FieldProps
  extends Omit<ComponentPropsWithoutRef<"input">, "onChange" | "onInput" | "form" | "name"> {
  value: string;
  onValueChange: (value: string) => void;
  /** Never reaches the product, whose form it would submit. */
  onEnter?: (() => void) | undefined;
  /** While it is given, Escape does not reach the product, which would close its dialog. */
  onEscape?: (() => void) | undefined;
}

const stop = (event: { stopPropagation: () => void }) => event.stopPropagation();

/**
 * A text field that a product's own `<form>` does not know of. An empty `form` attribute leaves it
 * without a form: the product's neither sends, checks, resets nor counts it. What is typed is no
 * change of the product's fields either, and Enter and Escape are heard before the product.
 */
export const Field = forwardRef<HTMLInputElement, FieldProps>(function Field(props, ref) {
  const { onValueChange, onEnter, onEscape, ...rest } = props;
  const input = useRef<HTMLInputElement>(null);
  const latest = useLatestGetter({ onEnter, onEscape });

  useEffect(() => {
    const view = input.current?.ownerDocument.defaultView;
    function onKeyDown(event: KeyboardEvent) {
      // In a shadow root the target is the root's host.
      if (event.composedPath()[0] !== input.current) return;
      const run = { Enter: latest().onEnter ?? (() => {}), Escape: latest().onEscape }[event.key];
      // The key of an input method is the method's, and nobody's besides.
      if (isComposing(event)) {
        if (event.key === "Enter" || event.key === "Escape") event.stopImmediatePropagation();
        return;
      }
      if (!run) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      run();
    }
    view?.addEventListener("keydown", onKeyDown, { capture: true });
    return () => view?.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [latest]);

  return (
    <Slot.Root ref={input}>
      <input
        ref={ref}
        autoComplete="off"
        {...rest}
        form=""
        onInput={stop}
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          event.stopPropagation();
          onValueChange(event.target.value);
        }}
      />
    </Slot.Root>
  );
});
