import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { classNames } from "./class-names.ts";

/** Props of {@link Button}. */
export interface ButtonProps extends Omit<ComponentPropsWithoutRef<"button">, "type"> {
  variant: "solid" | "outline" | "soft" | "ghost" | "danger";
  /** @default the normal size */
  size?: "sm" | undefined;
}

/** A button of the kit's. It never submits the product's form. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { variant, size, className, ...rest } = props;
  return (
    <button
      {...rest}
      ref={ref}
      type="button"
      className={classNames("ak-button", className)}
      data-variant={variant}
      data-size={size}
    />
  );
});
