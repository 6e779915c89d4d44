/** Widths of the bars for name, platform and state. The rows repeat them. */
const bars = [
  ["lg", "sm"],
  ["md", "md"],
  ["lg", "md"],
] as const;

/** Height in pixels of a row of two lines. No more rows are drawn than fill the window. */
const rowHeight = 64;

/** Rows as tall as the real ones, so that nothing moves when the accounts arrive. */
export function SkeletonRows({ count }: { count: number }) {
  const inWindow = typeof window === "undefined" ? count : Math.ceil(innerHeight / rowHeight);
  const rows = Array.from({ length: Math.min(count, Math.max(inWindow, bars.length)) });
  return (
    <div className="ak-rows" aria-hidden="true">
      {rows.map((_, index) => {
        const [name, platform] = bars[index % bars.length] ?? bars[0];
        return (
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
        );
      })}
    </div>
  );
}
