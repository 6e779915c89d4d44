import { z } from "zod";
import type { EmulatorState } from "../emulator-state.ts";
import { ControlError } from "./control-error.ts";
import { operations } from "./operations.ts";

type Operations = typeof operations;
export type OperationName = keyof Operations;

type Input<Name extends OperationName> = z.input<Operations[Name]["input"]>;
type Output<Name extends OperationName> = ReturnType<Operations[Name]["run"]>;

/** Everything that can be done to an emulator, by name; see `operations`. */
export type Control = {
  [Name in OperationName]: undefined extends Input<Name>
    ? () => Output<Name>
    : (input: Input<Name>) => Output<Name>;
};

/**
 * Does the named operation.
 *
 * @throws ControlError when it does not exist, its input is malformed, or it cannot be done.
 */
export function runOperation(emulator: EmulatorState, name: string, input: unknown): unknown {
  if (!Object.hasOwn(operations, name)) {
    const names = Object.keys(operations).join(", ");
    throw new ControlError("unknown_operation", `There is no "${name}". There are: ${names}.`);
  }
  const { input: schema, run } = operations[name as OperationName] as {
    input: z.ZodType;
    run: (emulator: EmulatorState, input: unknown) => unknown;
  };
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    throw new ControlError("invalid_input", `${name}: ${z.prettifyError(parsed.error)}`);
  }
  // A copy, as over HTTP: what a caller holds does not change under its hands.
  const output = run(emulator, parsed.data);
  return output instanceof Promise ? output.then(structuredClone) : structuredClone(output);
}

export function createControl(emulator: EmulatorState): Control {
  const entries = Object.keys(operations).map((name) => [
    name,
    (input: unknown) => runOperation(emulator, name, input),
  ]);
  return Object.fromEntries(entries);
}
