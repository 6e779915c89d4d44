/** Turns; under reduced motion it is a still dotted ring. */
export function Spinner() {
  return (
    <svg
      className="ak-icon ak-spinner"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <circle className="ak-spinner-track" cx="8" cy="8" r="6" />
      <path className="ak-spinner-arc" d="M14 8a6 6 0 0 0-6-6" />
    </svg>
  );
}
