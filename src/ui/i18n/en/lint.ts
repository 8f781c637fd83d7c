/** English texts of the area "lint", but for the sentences of the rules, which the engine itself says. */
export const lint = {
  about: 'What experts would warn of, without running. A remedy changes the flow and can be undone.',
  none: 'Nothing to warn of in this flow.',
  judging: 'The flow is being looked at.',
  warning: 'Warning',
  hint: 'Hint',
  select: 'Show on the canvas',
  show: 'Show in the run',
  searching: 'Looking through the run …',
  never: 'This run, as far as it is computed, does not show it.',
  badge: 'Warnings about {name}: {n}',
  undo: '{what}',
} as const;
