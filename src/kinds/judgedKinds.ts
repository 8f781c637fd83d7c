import type { JudgedKind } from '#engine/model/Traits';
import { busMends, busTraits } from './bus/busTraits';
import { handlerMends, handlerTraits } from './handler/handlerTraits';
import { kinds } from './index';
import { publisherMends, publisherTraits } from './publisher/publisherTraits';

const judgements: Readonly<Record<string, Pick<JudgedKind, 'traits' | 'mends'>>> = {
  publisher: { traits: publisherTraits, mends: publisherMends },
  bus: { traits: busTraits, mends: busMends },
  handler: { traits: handlerTraits, mends: handlerMends },
};

/** Every kind with what it says of its nodes: for whoever judges flows without running them, which the first picture does not. */
export const judgedKinds: readonly JudgedKind[] = kinds.map((kind) => ({ ...kind, ...judgements[kind.id] }));
