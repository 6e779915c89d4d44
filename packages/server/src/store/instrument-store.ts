import { ProblemError } from "../errors/problem-error.ts";
import { type ConnectStore, ConnectStoreError } from "./connect-store.ts";
import { toStatementError } from "./statement-error.ts";

const unavailable = "The database did not answer. Nothing is lost; try again in a moment.";

function databaseProblem(error: unknown): ProblemError {
  if (error instanceof ConnectStoreError) {
    const isInUse = error.code === "database_in_use";
    return new ProblemError(error.code, {
      detail: isInUse
        ? "The database is held by another process of this product. Try again later."
        : unavailable,
      cause: error,
    });
  }
  const cause = toStatementError(error);
  if (cause.isAboutData) {
    return new ProblemError("internal", {
      detail: "The database does not take what was to be stored. Report the reference.",
      cause,
    });
  }
  return new ProblemError("database_unavailable", { detail: unavailable, cause });
}

/** The same store, which throws problems and reports with each call whether the database answered. */
export function instrumentStore(
  store: ConnectStore,
  onOutcome: (reachable: boolean) => void,
): ConnectStore {
  return new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== "function" || name === "close" || name === "createRateLimiter")
        return member;
      return async (...args: unknown[]) => {
        try {
          const result: unknown = await member.apply(target, args);
          onOutcome(true);
          return result;
        } catch (error) {
          const problem = databaseProblem(error);
          // A database that refuses the data of one statement has answered.
          onOutcome(problem.code === "internal");
          throw problem;
        }
      };
    },
  });
}
