/** Faster than twice a second nobody can listen; a person who steps is always told. */
export function isSlowEnough(isPlaying: boolean, sinceLastStepMs: number): boolean {
  return !isPlaying || sinceLastStepMs >= 500;
}
