import type { BranchHead, Branches, FlowDoc } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import type { ByteReader } from './ByteReader';
import { ByteWriter } from './ByteWriter';

/*
 * Kept flows are written whole: what is packed afterwards finds in each of them what it has seen before, so that a
 * second flow that differs in a number takes a few dozen characters.
 */

/** Branches: the place of the one that is compared, the open head, and each kept head with its flow as a part. */
export function packBranches(
  writer: ByteWriter,
  { open, compared, kept }: Branches,
  packFlow: (writer: ByteWriter, flow: FlowDoc) => void,
): void {
  const ids = [open, ...kept].map(({ id }) => id);
  writer.whole(kept.length);
  writer.whole(ids.indexOf(compared) + 1);
  packHead(writer, open, ids);
  for (const { flow, ...head } of kept) {
    packHead(writer, head, ids);
    const part = new ByteWriter();
    packFlow(part, flow);
    writer.part(part);
  }
}

/** Data for the importer to check. */
export function unpackBranches(reader: ByteReader, unpackFlow: (reader: ByteReader) => unknown): unknown {
  const count = reader.count(limits.branches);
  const compared = reader.whole();
  const open = unpackHead(reader);
  const kept: (ReturnType<typeof unpackHead> & { flow: unknown })[] = [];
  while (kept.length < count && !reader.isDamaged) {
    kept.push({ ...unpackHead(reader), flow: reader.part(unpackFlow) });
  }
  const all = ['', ...[open, ...kept].map(({ id }) => id)];
  // A parent may stand behind its child, so places become ids when all are known.
  const named = <T extends { parent: number }>(head: T) => ({
    ...head,
    parent: reader.choose(all, head.parent),
  });
  return { open: named(open), compared: reader.choose(all, compared), kept: kept.map(named) };
}

function packHead(
  writer: ByteWriter,
  { id, name, parent, atUs, afterStep }: BranchHead,
  ids: readonly string[],
): void {
  writer.text(id);
  writer.text(name);
  writer.whole(ids.indexOf(parent) + 1);
  writer.whole(atUs);
  writer.whole(afterStep);
}

function unpackHead(reader: ByteReader) {
  return {
    id: reader.text(),
    name: reader.text(),
    parent: reader.whole(),
    atUs: reader.whole(),
    afterStep: reader.whole(),
  };
}
