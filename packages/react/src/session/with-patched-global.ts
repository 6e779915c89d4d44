/**
 * Runs `run` while `target[name]` is `replacement`, and leaves no trace. The call is synchronous, so
 * no other code of the page can meet the replacement.
 * @throws TypeError when the target is frozen.
 */
export function withPatchedGlobal<Target extends object, Name extends keyof Target, Result>(
  target: Target,
  name: Name,
  replacement: Target[Name],
  run: () => Result,
): Result {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, {
    value: replacement,
    configurable: true,
    writable: true,
  });
  try {
    return run();
  } finally {
    if (own) Object.defineProperty(target, name, own);
    else delete target[name];
  }
}
