import { useRun } from './runStore';

/** What finds out more each time it is asked. */
interface Growing {
  readonly isComplete: boolean;
  /** How far it has looked. */
  readonly knownStep: number;
}

/** Between two questions, in milliseconds: while there is more to look through, and while the run is computed. */
const pauses = { looking: 20, waiting: 250 };

/** Asks a question until everything is found or nobody wants to know any more, and tells each answer. */
export async function askUntilComplete<T extends Growing>(
  ask: () => Promise<T>,
  isWanted: () => boolean,
  tell: (answer: T) => void,
): Promise<void> {
  while (isWanted()) {
    try {
      const answer = await ask();
      if (!isWanted()) return;
      tell(answer);
      if (answer.isComplete) return;
      const isBehind = answer.knownStep < (useRun.getState().summary?.steps ?? 0);
      await new Promise((done) => setTimeout(done, isBehind ? pauses.looking : pauses.waiting));
    } catch {
      // Overtaken by a new document, for which somebody asks anew; or the run is gone.
      return;
    }
  }
}
