/** A bug of ours: on in production, ends the run with its sentence, and is never used for bad input. */
export class AssertionFailure extends Error {
  override readonly name = 'AssertionFailure';
}

/** Throws when something that the program itself promises does not hold. */
export function assert(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new AssertionFailure(sentence);
}
