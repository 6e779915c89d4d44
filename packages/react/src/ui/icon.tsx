/** Props of {@link Icon}. */
export interface IconProps {
  /** One of `icons.ts`. */
  path: string;
  /** 16 or 20 px. @default "md" */
  size?: "md" | "lg" | undefined;
  /** Beside `ak-icon`. */
  className?: string | undefined;
  /** Turns round in right-to-left text. */
  mirror?: boolean | undefined;
}

/** A decoration: what it shows is always also said in words. */
export function Icon({ path, size, className, mirror }: IconProps) {
  const pixels = size === "lg" ? 20 : 16;
  return (
    <svg
      className={className ? `ak-icon ${className}` : "ak-icon"}
      data-size={size}
      data-mirror={mirror || undefined}
      viewBox="0 0 16 16"
      width={pixels}
      height={pixels}
      // Drawn without the stylesheet too.
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
