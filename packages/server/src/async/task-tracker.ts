export interface TaskTracker {
  /** Tracks a task until it settles, and returns it. */
  track<Value>(task: Promise<Value>): Promise<Value>;
  /** Resolves once no task runs, those that began meanwhile included. */
  idle(): Promise<void>;
}

/** Knows the tasks that run, so that a shutdown can wait for them. */
export function createTaskTracker(): TaskTracker {
  const tasks = new Set<Promise<unknown>>();
  return {
    track: (task) => {
      tasks.add(task);
      const done = () => tasks.delete(task);
      task.then(done, done);
      return task;
    },
    idle: async () => {
      while (tasks.size > 0) await Promise.allSettled(tasks);
    },
  };
}
