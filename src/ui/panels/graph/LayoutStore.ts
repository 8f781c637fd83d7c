import type { AutomatonPicture } from './AutomatonPicture';
import { layoutKey } from './layoutKey';
import { layoutPicture, type Arrange } from './layoutPicture';
import type { PictureLayout } from './PictureLayout';

/** Of one picture, in the directions that there are. */
type Layouts = readonly PictureLayout[];

const mostKept = 60;

/** Keeps layouts that were computed, and computes each only once however often it is asked for. */
export class LayoutStore {
  readonly #arrange: Arrange;
  readonly #done = new Map<string, Layouts>();
  readonly #running = new Map<string, Promise<Layouts>>();

  constructor(arrange: Arrange) {
    this.#arrange = arrange;
  }

  /** The layouts of a picture if they are known by now. */
  known(picture: AutomatonPicture): Layouts | null {
    return this.#done.get(layoutKey(picture)) ?? null;
  }

  /** The layouts of a picture. Rejects when they cannot be computed; the next one who asks tries again. */
  async layout(picture: AutomatonPicture): Promise<Layouts> {
    const key = layoutKey(picture);
    const known = this.#done.get(key);
    if (known !== undefined) return known;
    const running = this.#running.get(key) ?? layoutPicture(picture, this.#arrange);
    this.#running.set(key, running);
    try {
      const layouts = await running;
      this.#done.set(key, layouts);
      // A map gives its keys in the order of coming: the first has been there longest.
      for (const oldest of this.#done.keys()) if (this.#done.size > mostKept) this.#done.delete(oldest);
      return layouts;
    } finally {
      this.#running.delete(key);
    }
  }
}
