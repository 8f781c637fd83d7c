import type { AutomatonPicture } from './AutomatonPicture';

/** Equal for two pictures exactly when everything stands at the same places in both. */
export function layoutKey({ states, arrows }: AutomatonPicture): string {
  return JSON.stringify([
    states.map(({ id, label, isInitial, parent, form, note, mark, tokens }) => [
      id,
      label,
      isInitial === true,
      parent,
      form,
      note !== undefined || mark !== undefined,
      tokens !== undefined,
    ]),
    arrows.map(({ id, from, to, lines, figure }) => [id, from, to, lines, figure !== undefined]),
  ]);
}
