import type { ChartAction } from '#engine/model/statechart/Statechart';

/** Actions in one short line: `emit Shipped, tries = …`. */
export function actionsText(actions: readonly ChartAction[]): string {
  return actions.map(actionText).join(', ');
}

function actionText(action: ChartAction): string {
  switch (action.type) {
    case 'assign':
      return Object.keys(action.params)
        .map((name) => `${name} = …`)
        .join(', ');
    case 'emit':
      return `emit ${action.params.type}`;
    case 'raise':
      return `raise ${action.params.type}`;
    case 'log':
      return 'log';
  }
}
