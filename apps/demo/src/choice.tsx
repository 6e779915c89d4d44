/** A labelled select over a fixed set of values. */
export function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  onChange(value: Value): void;
}) {
  return (
    <label className="choice">
      {props.label}
      <select value={props.value} onChange={(event) => props.onChange(event.target.value as Value)}>
        {Object.entries<string>(props.options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
