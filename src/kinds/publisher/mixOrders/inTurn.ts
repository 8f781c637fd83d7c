import type { MixOrder } from './MixOrder';

/** One row after the other, each as many times in a row as its weight says, rounded up: 24 and 1 make every 25th. */
export const inTurn: MixOrder = {
  id: 'inTurn',
  plan(weights) {
    /** For every row, the place in the round at which it ends. */
    const ends: number[] = [];
    let length = 0;
    for (const weight of weights) ends.push((length += Math.ceil(weight)));
    return (made) => {
      const place = (made - 1) % length;
      let row = 0;
      while (place >= (ends[row] ?? length)) row += 1;
      return row;
    };
  },
};
