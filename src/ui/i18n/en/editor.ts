/** English texts of the area "editor". Keys are flat; `{name}` stands for a value. */
export const editor = {
  unnamedItem: 'Node',

  'palette.title': 'Add to the flow',
  'palette.hint':
    '{name}: drag it to the canvas, or click it and then the canvas. Enter adds it in the middle.',
  'palette.armed': 'Tap the canvas to place: {name}.',
  'key.space': 'Space',
  'palette.armedClick': 'Click the canvas to place: {name}.',
} as const;
