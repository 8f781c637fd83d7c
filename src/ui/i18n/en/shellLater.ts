/** English texts of the area "shell" that the first picture does without. Keys are flat; `{name}` stands for a value. */
export const shellLater = {
  menu: 'Menu of the flow',
  'menu.short': 'Flow',
  'menu.on': 'on',
  'flow.about': 'Nothing is selected: these settings belong to the whole flow.',
  'flow.description': 'Description',
  'flow.seed': 'Seed',
  'flow.dice': 'Roll another seed',
  'flow.length': 'Length of the run',
  'flow.open': 'Until all is done',
  'flow.openEnd': 'Run until nothing is left to do',
  'inspector.tabs': 'Views of the node',
  'inspector.setup': 'Set-up',
  'inspector.automaton': 'Automaton',
  'inspector.metrics': 'Metrics',
  'inspector.noSettings': 'This has nothing to set.',
} as const;
