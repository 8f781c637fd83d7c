/** What a colour or shadow is for. Each name is a custom property on the root element: `--ink`. */
export type TokenName = keyof typeof light;
export type Theme = 'light' | 'dark';
export type Palette = Readonly<Record<TokenName, string>>;

const light = {
  canvas: '#f6f6f3',
  grid: '#dcdcd6',
  panel: '#ffffff',
  raised: '#ffffff',
  sunk: '#f1f1ed',
  line: '#e2e2dc',
  line2: '#cfcfc8',
  ink: '#16181d',
  ink2: '#555c6b',
  ink3: '#636a78',
  inv: '#ffffff',
  wire: '#868b96',
  'wire-hi': '#16181d',
  hatch: '#16181d33',
  warn: '#9a5200',
  'warn-bg': '#fff3dd',
  danger: '#c0271a',
  'danger-bg': '#ffe9e5',
  ok: '#0a7a55',
  'ok-bg': '#e0f5ec',
  'ev-1': '#2a5aab',
  'ev-2': '#c17a00',
  'ev-3': '#219576',
  'ev-4': '#8e6ffb',
  'ev-5': '#830054',
  'ev-6': '#335200',
  shadow: '0 1px 2px #16181d14, 0 6px 18px -8px #16181d2e',
  note: '#fff7cf',
  'note-ink': '#5a4a00',
};

const dark: Palette = {
  canvas: '#0f1116',
  grid: '#252a34',
  panel: '#161920',
  raised: '#1b1f28',
  sunk: '#12151b',
  line: '#282d38',
  line2: '#3a4150',
  ink: '#eef0f5',
  ink2: '#a9b1c0',
  ink3: '#8a93a4',
  inv: '#12151b',
  wire: '#6b7484',
  'wire-hi': '#eef0f5',
  hatch: '#eef0f53a',
  warn: '#ffc266',
  'warn-bg': '#3a2a0e',
  danger: '#ff8a78',
  'danger-bg': '#3d1a17',
  ok: '#45d3a2',
  'ok-bg': '#0f3327',
  'ev-1': '#3faff3',
  'ev-2': '#ffa659',
  'ev-3': '#7af4b7',
  'ev-4': '#8362ed',
  'ev-5': '#db2593',
  'ev-6': '#788a37',
  shadow: '0 1px 2px #0008, 0 10px 24px -10px #000c',
  note: '#3b3413',
  'note-ink': '#f6e7a4',
};

/** All design tokens, by theme. Event colours: found by search for the largest difference under colour blindness. */
export const palettes: Readonly<Record<Theme, Palette>> = { light, dark };

/** Who asks for more contrast gets borders, wires and secondary texts in ink. */
export function withMoreContrast(palette: Palette): Palette {
  const { ink } = palette;
  return { ...palette, line2: ink, wire: ink, ink2: ink, ink3: ink, hatch: `${ink}66` };
}

/** How many event colours there are; types beyond repeat them. */
const colourSlots = 6;

/** The token name of an event type's colour slot; slots outside 1…6 wrap around. */
export function eventToken(colour: number): TokenName {
  const slot = ((((Math.round(colour) || 1) - 1) % colourSlots) + colourSlots) % colourSlots;
  // The template gives one of ev-1 … ev-6 because the slot was just brought into that range.
  return `ev-${slot + 1}` as TokenName;
}
