import type { MouseEvent, ReactNode } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  icon: string;
  title: ReactNode;
  text?: ReactNode | undefined;
  /** One action, or none. */
  action?: { label: string; onClick: (event: MouseEvent<Element>) => void } | undefined;
  /** What to tell support. */
  reference?: { label: string; code: string } | undefined;
  /** Interrupts: for failures. */
  isAlert?: boolean | undefined;
  className?: string | undefined;
  children?: ReactNode | undefined;
}

/** What stands where a list would be: nothing there yet, nothing found, or not loaded. */
export function EmptyState(props: EmptyStateProps) {
  const { icon, title, text, action, reference, isAlert, className, children } = props;
  return (
    <div className={classNames("ak-notice", className)}>
      <span className="ak-notice-icon">
        <Icon path={icon} size="lg" />
      </span>
      {/* Only the sentences: an alert is read as a whole, its buttons and codes included. */}
      <div className="ak-notice-words" role={isAlert ? "alert" : undefined}>
        <p className="ak-notice-title">{title}</p>
        {text && <p className="ak-notice-text">{text}</p>}
      </div>
      {(action || children) && (
        <div className="ak-notice-actions">
          {action && (
            <Button variant="outline" onClick={action.onClick}>
              {action.label}
            </Button>
          )}
          {children}
        </div>
      )}
      {reference && (
        <p className="ak-reference">
          <span>{reference.label}</span> <code>{reference.code}</code>
        </p>
      )}
    </div>
  );
}
