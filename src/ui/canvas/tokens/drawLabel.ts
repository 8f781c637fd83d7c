import type { TokensContext, TokenScene } from './TokenScene';

interface Label {
  readonly text: string;
  /** The middle of the label, in CSS pixels of the canvas element. */
  readonly x: number;
  readonly y: number;
  /** In ink: for the event that is followed. */
  readonly isStrong: boolean;
}

/** Writes a small label on its own ground, so that it can be read on wires and faces. */
export function drawLabel(context: TokensContext, scene: TokenScene, { text, x, y, isStrong }: Label): void {
  const { palette, font } = scene;
  context.font = `650 ${isStrong ? 11 : 10.5}px ${font}`;
  const width = context.measureText(text).width + (isStrong ? 12 : 6);
  const height = isStrong ? 18 : 14;
  context.globalAlpha = isStrong ? 1 : 0.85;
  context.fillStyle = isStrong ? palette.ink : palette.canvas;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, 5);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = isStrong ? palette.inv : palette.ink2;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.5);
}
