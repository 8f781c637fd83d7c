import type { AutomatonPicture } from './AutomatonPicture';
import { layoutKey } from './layoutKey';
import { layoutPicture, type Arrange } from './layoutPicture';
import type { PictureLayout, Way } from './PictureLayout';
import type { Size } from './viewportOf';

/** Of one picture in one room, in the ways that come into question. */
type Layouts = readonly PictureLayout[];

const mostKept = 120;

/** Keeps layouts that were computed, and computes each only once however often it is asked for. */
export class LayoutStore {
  readonly #arrange: Arrange;
  readonly #done = new Map<string, Layouts>();
  readonly #running = new Map<string, Promise<Layouts>>();

  constructor(arrange: Arrange) {
    this.#arrange = arrange;
  }

  /** The layouts of a picture if they are known by now. */
  known(picture: AutomatonPicture, room: Size, only?: Way): Layouts | null {
    return this.#done.get(keyOf(picture, room, only)) ?? null;
  }

  /** The layouts of a picture. Rejects when they cannot be computed; the next one who asks tries again. */
  async layout(picture: AutomatonPicture, room: Size, only?: Way): Promise<Layouts> {
    const key = keyOf(picture, room, only);
    const known = this.#done.get(key);
    if (known !== undefined) return known;
    const running = this.#running.get(key) ?? layoutPicture(picture, this.#arrange, room, only);
    this.#running.set(key, running);
    try {
      const layouts = await running;
      this.#done.set(key, layouts);
      // Whoever goes on in the way that was chosen has it already.
      if (only === undefined)
        for (const one of layouts) this.#done.set(keyOf(picture, room, one.flow), [one]);
      // A map gives its keys in the order of coming: the first has been there longest.
      for (const oldest of this.#done.keys()) if (this.#done.size > mostKept) this.#done.delete(oldest);
      return layouts;
    } finally {
      this.#running.delete(key);
    }
  }
}

function keyOf(picture: AutomatonPicture, { width, height }: Size, only?: Way): string {
  return `${only ?? ''} ${width} ${height} ${layoutKey(picture)}`;
}
