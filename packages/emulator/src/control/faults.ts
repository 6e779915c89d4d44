import { type Fault, type FaultKind, type FaultRequest, faultSchema } from "./fault.ts";

/** The request that a fault is matched against; `path` is below the emulator's origin. */
export interface FaultTarget {
  method: string;
  path: string;
}

/** The active faults. */
export interface Faults {
  /** @throws ZodError when the request is malformed. */
  add(request: FaultRequest): Fault;
  remove(id: string): boolean;
  clear(): void;
  list(): Fault[];
  /** Returns the first fault of this kind that applies to the target, and uses it up once. */
  consume<Kind extends FaultKind>(
    kind: Kind,
    target: FaultTarget,
  ): Extract<Fault, { kind: Kind }> | undefined;
}

export function createFaults(): Faults {
  const faults = new Map<string, Fault>();
  let created = 0;

  return {
    add(request) {
      const fault = { ...faultSchema.parse(request), id: `fault_${++created}` };
      faults.set(fault.id, fault);
      return fault;
    },
    remove: (id) => faults.delete(id),
    clear: () => faults.clear(),
    list: () => [...faults.values()],
    consume<Kind extends FaultKind>(kind: Kind, target: FaultTarget) {
      const isOfKind = (fault: Fault): fault is Extract<Fault, { kind: Kind }> =>
        fault.kind === kind;
      const fault = [...faults.values()].filter(isOfKind).find((one) => appliesTo(one, target));
      if (fault?.times === 1) faults.delete(fault.id);
      else if (fault?.times !== undefined) fault.times -= 1;
      return fault;
    },
  };
}

function appliesTo(fault: Fault, { method, path }: FaultTarget): boolean {
  if (!("path" in fault)) return true;
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  return matchesPattern(fault.path.split("*"), path);
}

/** Whether the parts stand in the path in this order, the first at its start, the last at its end. */
function matchesPattern([first = "", ...rest]: readonly string[], path: string): boolean {
  const last = rest.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first)) return false;
  let position = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return path.length - last.length >= position && path.endsWith(last);
}
