import { limits } from '#engine/model/limits';
import { problemMessage } from '#engine/model/problemMessage';
import { newDocument } from '#engine/model/newDocument';
import { parseFlow } from '#engine/model/parseFlow';
import { randomFlow } from '#engine/model/randomFlow';
import { kinds } from '#kinds/index';
import * as fc from 'fast-check';
import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from './base64url';
import { checksum } from './checksum';
import { inflateBounded } from './inflateBounded';
import { decodeLink, encodeLink } from './link';
import { linkDictionary } from './linkDictionary';
import { frameLink, readFrame } from './linkFrame';

/** Many documents on a busy machine. */
const slow = { timeout: 60_000 };

const seeded = { seed: 20_260_102, numRuns: 300 };
const documents = fc
  .array(fc.nat(0xffff_ffff), { maxLength: 600, size: 'max' })
  .map((entropy) => randomFlow(pickFrom(entropy), kinds));

function pickFrom(entropy: readonly number[]): (n: number) => number {
  let at = 0;
  return (n) => (entropy[at++] ?? 0) % n;
}

const sample = newDocument('Orders');
const place = { doc: sample, step: 318, timeUs: 12_840_000, hash: '9f3c27d1a04be865' };

function linkTo(run: typeof place): string {
  const result = encodeLink(run, kinds);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const codesOf = (fragment: string) => decodeLink(fragment, kinds).problems.map(({ code }) => code);
/** The inside of a link, changed by somebody who knows how links are made. */
function crafted(link: string, change: (bytes: Uint8Array) => Uint8Array): string {
  const payload = fromBase64url(link.split('.')[1] ?? '') ?? new Uint8Array();
  const bytes = inflateBounded(payload, linkDictionary, limits.linkUnpacked);
  if (!(bytes instanceof Uint8Array)) throw new Error('not unpacked');
  return frameLink(1, toBase64url(deflateSync(change(bytes), { dictionary: linkDictionary })));
}

test('any document, at any step, comes back as it was', slow, () => {
  fc.assert(
    fc.property(documents, fc.nat(1e9), fc.maxSafeNat(), (doc, step, timeUs) => {
      expect(parseFlow(doc, kinds)).toEqual({ ok: true, value: doc, problems: [] });
      const result = decodeLink(linkTo({ ...place, doc, step, timeUs }), kinds);
      const value = { doc, step, timeUs, hash: '9f3c27d1', replay: 'allowed' };
      expect(result).toEqual({ ok: true, value, problems: [] });
    }),
    seeded,
  );
});

test('places between pixels are rounded, and nothing else is', () => {
  const node = { id: 'n', kind: 'note', name: 'N', x: 1.6, y: -2.2, width: 100.4, settings: { text: '' } };
  const result = decodeLink(linkTo({ ...place, doc: { ...sample, nodes: [node] } }), kinds);
  expect(result.ok && result.value.doc.nodes).toEqual([{ ...node, x: 2, y: -2, width: 100 }]);
});

test('a link is made of signs that no program bends, and ends with a letter or digit', slow, () => {
  fc.assert(
    fc.property(documents, (doc) => {
      expect(linkTo({ ...place, doc })).toMatch(/^1\.[A-Za-z0-9_-]+\.[0-9]+\.[0-9a-z]{7}$/);
    }),
    { ...seeded, numRuns: 100 },
  );
});

test('a link that stands in a text may be followed by its punctuation', () => {
  for (const end of ['.', ')', '>).', '"', '…'])
    expect(decodeLink(`#${linkTo(place)}${end}`, kinds).ok).toBe(true);
});

test('wherever a link is cut, that is what is said, and nothing opens', slow, () => {
  fc.assert(
    fc.property(documents, (doc) => {
      const link = linkTo({ ...place, doc });
      for (let length = 1; length < link.length; length++)
        expect(codesOf(link.slice(0, length))).toEqual(['link-cut']);
    }),
    { ...seeded, numRuns: 15 },
  );
  expect(codesOf('')).toEqual(['not-a-link']);
});

test('a link that lost its middle is cut too', () => {
  const link = linkTo(place);
  expect(codesOf(link.slice(0, 10) + link.slice(14))).toEqual(['link-cut']);
});

test('whichever sign of a link is changed, that is what is said, and nothing opens', () => {
  const signs = Array.from('ABCXYZabcxyz0123456789-_.');
  const link = linkTo({ ...place, doc: { ...sample, name: 'x'.repeat(60) } });
  for (let at = 0; at < link.length; at++) {
    for (const sign of signs.filter((one) => one !== link[at])) {
      const changed = link.slice(0, at) + sign + link.slice(at + 1);
      // At the very end punctuation is taken for that of the text around it, so that the link seems cut.
      const isCut = at === link.length - 1 && /\W|_/.test(sign);
      expect(codesOf(changed)).toEqual([isCut ? 'link-cut' : 'link-changed']);
    }
  }
});

test('a link in capitals, or with signs exchanged, is a changed one', () => {
  const link = linkTo(place);
  expect(codesOf(link.toUpperCase())).toEqual(['link-changed']);
  const [version = '', payload = '', ...rest] = link.split('.');
  expect(codesOf([version, Array.from(payload).toReversed().join(''), ...rest].join('.'))).toEqual([
    'link-changed',
  ]);
});

test.each(['top', 'about', 'a.b.c', '/flows/3', 'v1.', '%00', '.'.repeat(100)])(
  '%j is not a link of ours',
  (text) => {
    expect(codesOf(text)).toEqual(['not-a-link']);
  },
);

test('an undamaged link of a later version is a newer one', () => {
  expect(decodeLink(frameLink(2, 'abc'), kinds).problems[0]).toMatchObject({
    code: 'link-newer',
    values: { version: 2, supported: 1 },
  });
  expect(codesOf(frameLink(0, 'abc'))).toEqual(['link-changed']);
});

test('a link that uses what this program does not know is a newer one', () => {
  const node = { id: 'bus-1', kind: 'bus', name: 'B', x: 0, y: 0, settings: { capacity: 9 } };
  const parsed = parseFlow({ ...sample, nodes: [node] }, kinds);
  const link = linkTo({ ...place, doc: parsed.ok ? parsed.value : sample });
  // The last bytes: place of the field, its value, end of settings, no wires, no interventions.
  expect(codesOf(crafted(link, (bytes) => bytes.with(bytes.length - 5, 120)))).toEqual(['link-newer']);
});

test('faults stand behind everything else, so that links of flows without any are as they always were', () => {
  const faults = [{ id: 'f', name: 'Outage', settings: {} }];
  const parsed = parseFlow({ ...sample, faults }, kinds);
  const bytesOf = (doc: typeof sample) => {
    let found = new Uint8Array();
    crafted(linkTo({ ...place, doc }), (bytes) => (found = bytes.slice()));
    return [...found];
  };
  const without = bytesOf(sample);
  const withFaults = bytesOf(parsed.ok ? parsed.value : sample);
  expect(withFaults.slice(0, without.length)).toEqual(without);
  expect(withFaults.length).toBeGreaterThan(without.length);
});

test('a link with a part that this program does not know is a newer one', () => {
  const link = crafted(linkTo(place), (bytes) => Uint8Array.from([...bytes, 99, 0]));
  expect(codesOf(link)).toEqual(['link-newer']);
});

test('a link made under other rules opens its flow and refuses to replay', () => {
  const link = crafted(linkTo(place), (bytes) => bytes.with(0, 99));
  const result = decodeLink(link, kinds);
  expect(result).toMatchObject({ ok: true, value: { doc: sample, replay: 'refused' } });
  expect(result.problems).toMatchObject([
    { code: 'semantics-differ', severity: 'warning', values: { version: 99 } },
  ]);
});

test('an unsound document makes no link', () => {
  const result = encodeLink({ ...place, doc: { ...sample, seed: -1 } }, kinds);
  expect(result.problems.map(({ code }) => code)).toEqual(['out-of-range']);
});

test('a flow that is too large for a link is refused with the advice to save it as a file', () => {
  const events = Array.from({ length: 20_000 }, (_, index) => [index, 't', checksum(String(index))]);
  const node = {
    id: 'p',
    kind: 'publisher',
    name: 'P',
    x: 0,
    y: 0,
    settings: { log: { name: 'x', events } },
  };
  const parsed = parseFlow({ ...sample, eventTypes: [{ id: 't' }], nodes: [node] }, kinds);
  const result = encodeLink({ ...place, doc: parsed.ok ? parsed.value : sample }, kinds);
  expect(result.problems.map(({ code }) => code)).toEqual(['link-too-large']);
  expect(result.problems.map(problemMessage).join()).toContain('Save the flow as a file');
});

test('a link of more than 32 kB is not even looked at', () => {
  expect(codesOf(frameLink(1, 'A'.repeat(limits.linkLength)))).toEqual(['link-too-large']);
  expect(codesOf('1.'.repeat(500_000_000 / 2 - 1))).toEqual(['link-too-large']);
});

test('a bomb is put out when it passes the bound, long before it is unpacked', slow, () => {
  const bomb = deflateSync(new Uint8Array(24_000_000), { level: 9, dictionary: linkDictionary });
  expect(bomb.length).toBeLessThan(25_000);
  expect(codesOf(frameLink(1, toBase64url(bomb)))).toEqual(['link-too-large']);
});

test('a crafted link with any bytes inside opens nothing unsound and never throws', slow, () => {
  fc.assert(
    fc.property(
      documents,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      (doc, changes) => {
        const link = crafted(linkTo({ ...place, doc }), (bytes) =>
          changes.reduce((all, [at, byte]) => all.with(at % all.length, byte), bytes),
        );
        const result = decodeLink(link, kinds);
        return result.ok ? parseFlow(result.value.doc, kinds).ok : result.problems.length > 0;
      },
    ),
    seeded,
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isPacked) => {
      const payload = isPacked ? deflateSync(bytes, { dictionary: linkDictionary }) : bytes;
      return !decodeLink(frameLink(1, toBase64url(payload)), kinds).ok;
    }),
    seeded,
  );
  expect(codesOf(frameLink(1, ''))).toEqual(['link-changed']);
});

test('a crafted link that promises millions of entries is refused at once', () => {
  const link = crafted(linkTo(place), (bytes) => {
    const wires = bytes.length - 2;
    // The count of wires becomes 2^21 − 1, with a megabyte behind it.
    return new Uint8Array([...bytes.subarray(0, wires), 255, 255, 127, ...new Uint8Array(1_000_000)]);
  });
  expect(codesOf(link)).toEqual(['link-changed']);
});

test('bytes survive base64url, and spellings that it does not write are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
    seeded,
  );
  for (const text of ['A', 'AB', 'AAB', 'AA==', 'A+', 'é', 'AAAAA']) expect(fromBase64url(text)).toBeNull();
});

test('a frame says what it holds', () => {
  expect(readFrame(frameLink(3, 'abc'))).toEqual({ state: 'intact', version: 3, payload: 'abc' });
});

test('the beginning of a link of another version is no cut link of this one, and a number is no link', () => {
  expect(codesOf('2.abc')).toEqual(['link-newer']);
  expect(codesOf('17.abc.3')).toEqual(['link-newer']);
  expect(codesOf('1234')).toEqual(['not-a-link']);
  expect(codesOf('1.abc')).toEqual(['link-cut']);
});
