import type { JudgedKind } from '#engine/model/Traits';
import { busMechanics } from './bus/busMechanics';
import { busMends, busTraits } from './bus/busTraits';
import { handlerMechanics } from './handler/handlerMechanics';
import { handlerMends, handlerTraits } from './handler/handlerTraits';
import { kinds } from './index';
import { publisherMechanics } from './publisher/publisherMechanics';
import { publisherMends, publisherTraits } from './publisher/publisherTraits';
import { storeMechanics } from './store/storeMechanics';

const judgements: Readonly<Record<string, Pick<JudgedKind, 'traits' | 'mends' | 'mechanics'>>> = {
  publisher: { traits: publisherTraits, mends: publisherMends, mechanics: publisherMechanics },
  bus: { traits: busTraits, mends: busMends, mechanics: busMechanics },
  handler: { traits: handlerTraits, mends: handlerMends, mechanics: handlerMechanics },
  store: { mechanics: storeMechanics },
};

/** Every kind with what it says of its nodes: for whoever judges flows without running them, which the first picture does not. */
export const judgedKinds: readonly JudgedKind[] = kinds.map((kind) => ({ ...kind, ...judgements[kind.id] }));
