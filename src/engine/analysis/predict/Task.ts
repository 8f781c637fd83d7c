/** How far something has come. */
export interface TaskProgress {
  readonly done: number;
  readonly total: number;
}

/** Work in portions: whoever drives it can look in between, and leave it at that. */
export type Task<T> = Generator<TaskProgress, T, undefined>;

/** A task as one unit of a larger one. */
export function* within<T>(task: Task<T>, done: number, total: number): Task<T> {
  for (;;) {
    const turn = task.next();
    if (turn.done === true) return turn.value;
    yield { done: done + turn.value.done / turn.value.total, total };
  }
}
