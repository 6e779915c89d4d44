import { Icon } from "./icon.tsx";

/** Props of {@link Banner}. */
export interface BannerProps {
  icon: string;
  text: string;
  action?: { label: string; onClick: () => void } | undefined;
}

/** Says that what is below is not the newest; it stays usable. */
export function Banner({ icon, text, action }: BannerProps) {
  return (
    <div className="ak-banner" role="status">
      <Icon path={icon} />
      <p className="ak-banner-text">{text}</p>
      {action && (
        <button
          type="button"
          className="ak-button"
          data-variant="ghost"
          data-size="sm"
          onClick={action.onClick}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
