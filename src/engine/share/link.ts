import { createProblem } from '#engine/model/createProblem';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import type { NodeKind } from '#engine/model/NodeKind';
import { parseFlow } from '#engine/model/parseFlow';
import type { Problem, Result } from '#engine/model/Problem';
import type { ProblemCode } from '#engine/model/problemTexts';
import { deflateSync } from 'fflate';
import { fromBase64url, toBase64url } from './base64url';
import { ByteReader } from './ByteReader';
import { ByteWriter } from './ByteWriter';
import { inflateBounded } from './inflateBounded';
import { linkDictionary } from './linkDictionary';
import { frameLink, readFrame } from './linkFrame';
import { packFlow } from './packFlow';
import { semanticsVersion } from './semanticsVersion';
import { unpackFlow } from './unpackFlow';

/** Names codec, field tables and dictionary together. */
const linkVersion = 1;
/** Hexadecimal digits of the trace hash that travel: enough to notice another run, short enough for a link. */
const hashDigits = 8;

/** A place in a run of a flow. The seed and what people did are in the document. */
export interface RunPlace {
  readonly doc: FlowDoc;
  readonly step: number;
  readonly timeUs: number;
  /** The trace hash of steps 1 … `step`, in hexadecimal; a link keeps the first 8 digits. */
  readonly hash: string;
}

/** What a link holds. */
export interface SharedRun extends RunPlace {
  /** Refused when the link was made under other rules: the flow opens, at its start. */
  readonly replay: 'allowed' | 'refused';
}

/**
 * The fragment of a link, without `#`. Problems: those of the importer, when the document is unsound, and
 * `link-too-large`.
 */
export function encodeLink(run: RunPlace, kinds: readonly NodeKind[]): Result<string> {
  const checked = parseFlow(run.doc, kinds);
  if (!checked.ok) return checked;
  const writer = new ByteWriter();
  writer.whole(semanticsVersion);
  writer.whole(run.step);
  writer.whole(run.timeUs);
  const hash = Number.parseInt(run.hash.slice(0, hashDigits).padEnd(hashDigits, '0'), 16) || 0;
  for (let shift = 24; shift >= 0; shift -= 8) writer.byte((hash >>> shift) & 255);
  packFlow(writer, checked.value, kinds);
  if (writer.bytes.length > limits.linkUnpacked) return tooLarge(writer.bytes.length, limits.linkUnpacked);
  const packed = deflateSync(writer.bytes, { level: 9, dictionary: linkDictionary });
  const link = frameLink(linkVersion, toBase64url(packed));
  if (link.length > limits.linkLength) return tooLarge(link.length, limits.linkLength);
  return { ok: true, value: link, problems: checked.problems };
}

/**
 * What a fragment holds, through the one importer. Problems: `not-a-link`, `link-cut`, `link-changed`,
 * `link-newer`, `link-too-large` and those of the importer; beside a value, `semantics-differ`.
 */
export function decodeLink(fragment: string, kinds: readonly NodeKind[]): Result<SharedRun> {
  if (fragment.length > limits.linkLength + 8) return tooLarge(fragment.length, limits.linkLength);
  const frame = readFrame(fragment);
  // A beginning that this version never writes is that of another one, or a mere number.
  if (frame.state === 'link-cut' && frame.version > linkVersion) {
    return fragment.includes('.') ? newer(frame.version) : refused('not-a-link');
  }
  if (frame.state !== 'intact') return refused(frame.state);
  if (frame.version !== linkVersion) {
    // Versions begin at 1, so that a sound link of another version is a newer one.
    return frame.version > linkVersion ? newer(frame.version) : refused('link-changed');
  }
  const packed = fromBase64url(frame.payload);
  const bytes = packed === null ? null : inflateBounded(packed, linkDictionary, limits.linkUnpacked);
  if (bytes === 'too-large') return tooLarge(`> ${limits.linkUnpacked}`, limits.linkUnpacked);
  return bytes === null ? refused('link-changed') : unpack(new ByteReader(bytes), kinds);
}

function unpack(reader: ByteReader, kinds: readonly NodeKind[]): Result<SharedRun> {
  const semantics = reader.whole();
  const step = reader.whole();
  const timeUs = reader.whole();
  const hash = Array.from({ length: 4 }, () => reader.byte().toString(16).padStart(2, '0')).join('');
  const input = unpackFlow(reader, kinds);
  if (reader.isNewer) return newer(linkVersion);
  if (reader.isDamaged || !reader.isAtEnd) return refused('link-changed');
  const parsed = parseFlow(input, kinds);
  if (!parsed.ok) return parsed;
  const isSame = semantics === semanticsVersion;
  const problems = isSame ? parsed.problems : [...parsed.problems, semanticsDiffer(semantics)];
  const replay = isSame ? 'allowed' : 'refused';
  return { ok: true, value: { doc: parsed.value, step, timeUs, hash, replay }, problems };
}

function semanticsDiffer(version: number): Problem {
  return createProblem('semantics-differ', [], { version, supported: semanticsVersion }, 'warning');
}

function newer(version: number): Result<never> {
  return refused('link-newer', { version, supported: linkVersion });
}

function tooLarge(size: number | string, max: number): Result<never> {
  return refused('link-too-large', { size, max });
}

function refused(code: ProblemCode, values: Problem['values'] = {}): Result<never> {
  return { ok: false, problems: [createProblem(code, [], values)] };
}
