import { forwardRef, type ReactNode } from "react";

/** Where a component's title stands in the page's outline. */
export type HeadingLevel = 2 | 3 | 4;

/** Props of {@link Heading}. */
export interface HeadingProps {
  level: 2 | 3 | 4 | 5;
  id?: string | undefined;
  className: string;
  children: ReactNode;
}

/** A heading that can take the focus when what had it is gone. */
export const Heading = forwardRef<HTMLHeadingElement, HeadingProps>(function Heading(
  { level, id, className, children },
  ref,
) {
  const Tag = `h${level}` as const;
  return (
    <Tag ref={ref} id={id} className={className} tabIndex={-1}>
      {children}
    </Tag>
  );
});
