import { Select as RadixSelect } from "radix-ui";
import { useId } from "react";

/** A labelled select over a fixed set of values. */
export function Select<Value extends string>(props: {
  label: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  onChange(value: Value): void;
}) {
  const labelId = useId();
  return (
    <div className="field">
      <span id={labelId}>{props.label}</span>
      <RadixSelect.Root value={props.value} onValueChange={props.onChange}>
        <RadixSelect.Trigger className="select" aria-labelledby={labelId}>
          <RadixSelect.Value />
          <RadixSelect.Icon className="select-icon" />
        </RadixSelect.Trigger>
        <RadixSelect.Portal>
          <RadixSelect.Content className="menu" position="popper" sideOffset={4}>
            <RadixSelect.Viewport>
              {Object.entries<string>(props.options).map(([value, text]) => (
                <RadixSelect.Item key={value} value={value} className="menu-item">
                  <RadixSelect.ItemText>{text}</RadixSelect.ItemText>
                </RadixSelect.Item>
              ))}
            </RadixSelect.Viewport>
          </RadixSelect.Content>
        </RadixSelect.Portal>
      </RadixSelect.Root>
    </div>
  );
}
