/** Widths of the bars that stand for name and category. */
const bars = [
  ["md", "lg"],
  ["lg", "sm"],
  ["sm", "md"],
  ["md", "sm"],
  ["lg", "md"],
  ["sm", "lg"],
] as const;

/** Cards of the real height, so that nothing jumps when the catalog arrives. */
export function SkeletonCards() {
  return (
    <div className="ak-cards" aria-hidden="true">
      {bars.map(([name, category], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change
        <div key={index} className="ak-card" data-state="loading">
          <span className="ak-logo ak-skeleton" data-size="lg" />
          <span className="ak-card-text">
            <span className={`ak-skeleton ak-bar-${name}`} />
            <span className={`ak-skeleton ak-bar-${category}`} />
          </span>
        </div>
      ))}
    </div>
  );
}
