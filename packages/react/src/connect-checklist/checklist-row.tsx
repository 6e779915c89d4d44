import { checklistEnglish } from "../messages/checklist-messages.ts";
import { useComponentMessages } from "../messages/use-component-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { BusyLabel } from "../ui/busy-label.tsx";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { Logo } from "../ui/logo.tsx";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { WrappingName } from "../ui/wrapping-name.tsx";
import type { ChecklistItem } from "./checklist-item.ts";

/** Props of {@link ChecklistRow}. */
export interface ChecklistRowProps {
  item: ChecklistItem;
  className?: string | undefined;
}

/** One requirement: what is needed, its state, and the buttons that connect it. */
export function ChecklistRow({ item, className }: ChecklistRowProps) {
  const { state, name, logos, account, detail } = item;
  const { connection, gallery, button } = useMessages();
  const messages = useComponentMessages("checklist", checklistEnglish);
  const hasFailed = state === "error";
  const text = (() => {
    if (state === "met") return null;
    if (state === "connecting") return button.connecting;
    return detail ?? (state === "missing" ? gallery.notConnected : null);
  })();
  return (
    <li
      className={classNames("ak-check-row", className)}
      data-state={state}
      data-next={item.isNext || undefined}
      data-connection-id={item.connectionId}
      tabIndex={-1}
    >
      <span className="ak-check-logos">
        {logos.map((logo) => (
          <Logo key={logo.platform} {...logo} size={logos.length > 1 ? "sm" : undefined} />
        ))}
      </span>
      <div className="ak-check-text">
        <p className="ak-check-name">
          <bdi>{name}</bdi>
          {item.isOptional && <span className="ak-badge">{messages.optional}</span>}
        </p>
        {state === "met" && (
          <p className="ak-check-detail">
            <StateLabel state="operational">
              {account ? (
                <>
                  {/* The icon shows the state; screen readers get the word. */}
                  <span ref={visuallyHidden} className="ak-unseen">
                    {`${connection.state.operational} `}
                  </span>
                  <WrappingName text={account} />
                </>
              ) : (
                connection.state.operational
              )}
            </StateLabel>
          </p>
        )}
        {state === "broken" && (
          <p className="ak-check-detail">
            <StateLabel state="failed">{connection.state.failed}</StateLabel>
          </p>
        )}
        {text && (
          <p className="ak-check-detail" role={hasFailed ? "alert" : undefined}>
            {text}
          </p>
        )}
      </div>
      {item.choices.length > 0 && (
        <div className="ak-check-actions">
          {item.choices.map(({ platform, label, accessibleName, isRunning, onPress }) => (
            <Button
              key={platform}
              variant={item.isNext && item.choices.length === 1 ? "solid" : "outline"}
              size="sm"
              aria-label={accessibleName}
              aria-busy={isRunning || undefined}
              aria-disabled={isRunning || undefined}
              onClick={isRunning ? undefined : onPress}
            >
              <BusyLabel isBusy={isRunning}>{label}</BusyLabel>
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
