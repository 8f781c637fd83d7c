import { useMemo } from 'react';
import type { Protocol } from '#engine/model/FlowDoc';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { GraphEditor } from '../graph/GraphEditor';
import { arrowId, drawnEdits, readDrawn, stateId, writeDrawn } from './drawnEdits';
import { changeProtocol } from './editProtocols';

interface Props {
  readonly protocol: Protocol;
}

/** The automaton of a protocol, drawn by hand. */
export function DrawnSource({ protocol }: Props) {
  const t = useText();
  const types = useDocument((state) => state.doc.eventTypes);
  const value = protocol.settings['automaton'] ?? null;
  const drawn = useMemo(() => readDrawn(value), [value]);
  const picture = useMemo(
    () => ({
      states: drawn.states.map((label, state) => ({
        id: stateId(state),
        label,
        isInitial: state === drawn.initial,
        isAccepting: drawn.accepting[state] === true,
      })),
      arrows: drawn.arrows.map(([from, letter, to], arrow) => ({
        id: arrowId(arrow),
        from: stateId(from),
        to: stateId(to),
        lines: [letter],
      })),
      current: [],
    }),
    [drawn],
  );
  const edits = drawnEdits(drawn, (next) => changeProtocol(protocol, { automaton: writeDrawn(next) }, true));
  const letters = types.map(({ name }) => name);
  return (
    <GraphEditor
      picture={picture}
      label={t('protocol.drawn.label', { name: protocol.name })}
      letters={letters}
      edits={edits}
    />
  );
}
