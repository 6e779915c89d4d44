/** Widths of the bars that stand for name, platform and state. */
const bars = [
  ["lg", "sm"],
  ["md", "md"],
  ["lg", "md"],
] as const;

/** Three rows of the real height, so that nothing jumps when the accounts arrive. */
export function SkeletonRows() {
  return (
    <div className="ak-rows" aria-hidden="true">
      {bars.map(([name, platform], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change
        <div key={index} className="ak-row" data-state="loading">
          <span className="ak-logo ak-skeleton" />
          <span className="ak-row-name">
            <span className={`ak-skeleton ak-bar-${name}`} />
          </span>
          <span className="ak-row-platform">
            <span className={`ak-skeleton ak-bar-${platform}`} />
          </span>
          <span className="ak-state">
            <span className="ak-skeleton ak-bar-md" />
          </span>
        </div>
      ))}
    </div>
  );
}
