/** A component that emits its state. */
export interface StatefulComponent {
  name: string;
  /** Of the union, below `packages`. */
  source: string;
  /** An exported union, or `Interface.member`. */
  type: string;
  /** States of the union in which there is nothing to see. */
  without?: readonly string[];
  selector: string;
  attribute: string;
}

/** By component. */
export type ShownStates = Readonly<Record<string, string>>;

export const components: readonly StatefulComponent[];
