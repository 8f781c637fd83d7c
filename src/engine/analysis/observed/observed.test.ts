import { accepts } from '#engine/automata/accepts';
import { shortWords } from '#engine/automata/smallAutomata';
import { expect, test } from 'vitest';
import { automatonOfObserved } from './automatonOfObserved';
import { filterObserved } from './filterObserved';
import { findSeen, type Seen } from './findSeen';
import { inferAutomaton } from './inferAutomaton';
import type { Observed } from './Observed';
import { ObservedBook } from './ObservedBook';
import { observedLimits } from './observedLimits';
import type { Sighting } from './Sighting';

/* Every log of at most five events of two types and two keys, one event at each of the times 1, 2, 4, 8, 16. */
const kinds = [0, 1, 2, 3].map((code) => ({ type: code % 2 === 0 ? 'a' : 'b', key: code < 2 ? 'x' : 'y' }));
const logs: readonly (readonly Sighting[])[] = Array.from({ length: 6 }, (_, length) =>
  Array.from({ length: 4 ** length }, (__, code) =>
    Array.from({ length }, (___, at): Sighting => {
      const { type, key } = kinds[Math.floor(code / 4 ** at) % 4] ?? { type: 'a', key: 'x' };
      return { type, key, lane: 0, timeUs: 2 ** at, place: at + 1 };
    }),
  ),
).flat();
const words = shortWords(6);

function observe(log: readonly Sighting[], isPerKey = true, limits = observedLimits): Observed {
  const book = new ObservedBook(isPerKey, limits);
  for (const sighting of log) book.add(sighting);
  return book.report();
}

/** The words of a log by definition: the types of each key's events, in their order. */
function wordsOf(log: readonly Sighting[], isPerKey = true): readonly (readonly Sighting[])[] {
  const words = isPerKey ? ['x', 'y'].map((wanted) => log.filter(({ key }) => key === wanted)) : [log];
  return words.filter(({ length }) => length > 0);
}

const textOf = (letters: readonly string[]) => letters.join('');

test('arrows count and time what comes after what, over all logs of up to five events, per key and for all keys', () => {
  const offences: string[] = [];
  for (const log of logs) {
    for (const isPerKey of [true, false]) {
      const wanted = new Map<string, { count: number; sumUs: number; longestUs: number; place: number }>();
      for (const word of wordsOf(log, isPerKey)) {
        for (let at = 0; at <= word.length; at++) {
          const [before, after] = [word[at - 1], word[at]];
          const id = `${before?.type ?? '^'}${after?.type ?? '$'}`;
          const timeUs = before === undefined || after === undefined ? 0 : after.timeUs - before.timeUs;
          const old = wanted.get(id) ?? { count: 0, sumUs: 0, longestUs: 0, place: Infinity };
          wanted.set(id, {
            count: old.count + 1,
            sumUs: old.sumUs + timeUs,
            longestUs: Math.max(old.longestUs, timeUs),
            place: Math.min(old.place, (after ?? before)?.place ?? 0),
          });
        }
      }
      const { letters, arrows, keys, events } = observe(log, isPerKey);
      const nameOf = (state: number, none: string) => letters[state - 1] ?? none;
      const found = arrows.map(({ from, to, count, sumUs, longestUs, place }) => {
        const isEnd = to === letters.length + 1;
        // To the end: where any of its words ended, for there is no order among them.
        const id = `${nameOf(from, '^')}${nameOf(to, '$')}`;
        return [
          id,
          { count, sumUs, longestUs, place: isEnd ? (wanted.get(id)?.place ?? 0) : place },
        ] as const;
      });
      const sorted = (list: readonly (readonly [string, object])[]) =>
        JSON.stringify(list.toSorted(([one], [other]) => (one < other ? -1 : 1)));
      if (sorted(found) !== sorted([...wanted]))
        offences.push(`${sorted(found)}, not ${sorted([...wanted])}`);
      if (keys !== wordsOf(log, isPerKey).length || events !== log.length) offences.push('keys or events');
    }
  }
  expect(offences.slice(0, 5)).toEqual([]);
});

test('the automaton of the arrows accepts the words along them and no others, over all logs of up to five events', () => {
  const offences: string[] = [];
  for (const log of logs) {
    const pairs = new Set<string>();
    for (const word of wordsOf(log)) {
      const text = `^${textOf(word.map(({ type }) => type))}$`;
      for (let at = 1; at < text.length; at++) pairs.add(text.slice(at - 1, at + 1));
    }
    const observed = observe(log);
    const automaton = automatonOfObserved(observed, observed.arrows);
    for (const word of words) {
      const text = `^${textOf(word)}$`;
      const isAlong = Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)).every(
        (pair) => pairs.has(pair),
      );
      if (accepts(automaton, word) !== isAlong) offences.push(`${text} of ${[...pairs].join()}`);
    }
  }
  expect(offences.slice(0, 5)).toEqual([]);
});

test('no threshold hides nothing; a greater one hides no less, and counts the words that go along what is shown', () => {
  const offences: string[] = [];
  for (const log of logs) {
    const observed = observe(log);
    const all = wordsOf(log).map((word) => word.map(({ type }) => type));
    let before = -1;
    for (const threshold of [0, 0.2, 0.34, 0.5, 0.8, 1]) {
      const shown = filterObserved(observed, threshold);
      const automaton = automatonOfObserved(observed, shown.arrows);
      const whole = all.filter((word) => accepts(automaton, word)).length;
      const isRight =
        shown.wholeWords === whole &&
        shown.knownWords === all.length &&
        shown.hiddenCount >= before &&
        shown.hiddenArrows === observed.arrows.length - shown.arrows.length &&
        shown.totalCount === log.length + all.length &&
        (threshold > 0 || shown.hiddenCount === 0);
      if (!isRight) offences.push(`${threshold} of ${all.map(textOf).join(', ')}`);
      before = shown.hiddenCount;
    }
  }
  expect(offences.slice(0, 5)).toEqual([]);
});

test('what is inferred accepts every word seen for every k, less for a greater one, and nothing else in the end', () => {
  const offences: string[] = [];
  for (const log of logs) {
    const all = wordsOf(log).map((word) => word.map(({ type }) => type));
    const seen = new Set(all.map(textOf));
    let more: ReadonlySet<string> | null = null;
    for (const k of [0, 1, 2, 5]) {
      const inferred = inferAutomaton(observe(log), k);
      const { automaton, exactAt } = inferred.ok ? inferred.value : never();
      const accepted = new Set(words.filter((word) => accepts(automaton, word)).map(textOf));
      const isRight =
        [...seen].every((word) => accepted.has(word)) &&
        [...accepted].every((word) => more?.has(word) ?? true) &&
        (exactAt === null && k < 5 ? true : accepted.size === seen.size);
      if (!isRight) offences.push(`k = ${k}: ${[...accepted].join()} of ${[...seen].join()}`);
      more = accepted;
    }
  }
  expect(offences.slice(0, 5)).toEqual([]);
});

test('two beginnings are one state exactly when what may follow within k letters is the same, by definition', () => {
  const offences: string[] = [];
  for (const log of logs) {
    const all = wordsOf(log).map((word) => textOf(word.map(({ type }) => type)));
    const beginnings = [
      ...new Set(['', ...all.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)))]),
    ];
    for (const k of [0, 1, 2]) {
      const tails = (beginning: string) =>
        words
          .filter(({ length }) => length <= k)
          .map((tail) => beginning + textOf(tail))
          .map((word) => `${beginnings.includes(word)}${all.includes(word)}`)
          .join();
      const classes = new Set(beginnings.map(tails)).size;
      const inferred = inferAutomaton(observe(log), k);
      if (!inferred.ok || inferred.value.classes !== classes)
        offences.push(
          `k = ${k} of ${all.join(', ')}: ${inferred.ok ? inferred.value.classes : ''}, not ${classes}`,
        );
    }
  }
  expect(offences.slice(0, 5)).toEqual([]);
});

test('a word is found as far as it was seen, with the place and key that saw it first', () => {
  const offences: string[] = [];
  for (const log of logs) {
    const observed = observe(log);
    const all = wordsOf(log);
    for (const word of words) {
      const wanted = all.reduce<Seen | null>((best, seen) => better(best, seenOf(word, seen)), null);
      const found = findSeen(observed, word);
      if (JSON.stringify(found) !== JSON.stringify(wanted))
        offences.push(`${textOf(word)}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
    }
  }
  expect(offences.slice(0, 5)).toEqual([]);
});

test('consumer groups keep orders of their own', () => {
  const at = (type: string, lane: number, timeUs: number): Sighting => ({
    type,
    key: 'x',
    lane,
    timeUs,
    place: timeUs,
  });
  const { letters, arrows } = observe([at('a', 0, 1), at('a', 1, 2), at('b', 1, 3), at('b', 0, 4)]);
  expect(letters).toEqual(['a', 'b']);
  expect(arrows.map(({ from, to, count, sumUs }) => [from, to, count, sumUs])).toEqual([
    [0, 1, 2, 0],
    [1, 2, 2, 4],
    [2, 3, 2, 0],
  ]);
});

test('every limit is kept, and what lies beyond it is counted', () => {
  const limits = { keys: 2, types: 2, nodes: 4, wordLength: 2 };
  const book = new ObservedBook(true, limits);
  const add = (type: string, key: string) => book.add({ type, key, lane: 0, timeUs: 1, place: 1 });
  for (const [type, key] of ['ax', 'bx', 'ax', 'by', 'cy', 'az', 'by'].map((pair) => [
    pair[0] ?? '',
    pair[1] ?? '',
  ])) {
    add(type ?? '', key ?? '');
  }
  const { letters, keys, events, missing, words: tree } = book.report();
  expect({ letters, keys, events }).toEqual({ letters: ['a', 'b'], keys: 2, events: 5 });
  // x has three letters, one too many; y would need a fifth node.
  expect(missing).toEqual({ ofKeys: 1, ofTypes: 1, cutWords: 2 });
  expect(tree.parents.length).toBe(4);
  expect(tree.ends).toEqual([0, 0, 0, 0]);
  const many = observe(
    ['aab', 'abb', 'baa', 'bab'].flatMap((word, index) =>
      Array.from(word, (type, at): Sighting => ({
        type,
        key: String(index),
        lane: 0,
        timeUs: at,
        place: at,
      })),
    ),
  );
  expect(inferAutomaton(many, 0, 1)).toEqual({ ok: false, limit: 'states', max: 1 });
});

/** How far one word of a log is the beginning of another. */
function seenOf(word: readonly string[], seen: readonly Sighting[]): Seen | null {
  const differs = word.findIndex((letter, at) => seen[at]?.type !== letter);
  const length = differs === -1 ? word.length : differs;
  const last = seen[length - 1];
  if (last === undefined) return null;
  return {
    length,
    isWhole: length === word.length && length === seen.length,
    place: last.place,
    key: last.key,
  };
}

function better(one: Seen | null, other: Seen | null): Seen | null {
  if (one === null || other === null || one.length !== other.length) {
    return (one?.length ?? 0) >= (other?.length ?? 0) ? one : other;
  }
  return { ...(other.place < one.place ? other : one), isWhole: one.isWhole || other.isWhole };
}

function never(): never {
  throw new Error('a small automaton is within every limit');
}
