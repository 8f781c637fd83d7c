import { CornerDownRight } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import type { Wire } from '#engine/model/FlowDoc';
import { deleteSelection } from '#ui/commands/deleteSelection';
import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { passFocusOn } from '#ui/store/passFocusOn';
import { useView } from '#ui/store/viewStore';
import { linksInsteadOf } from '#ui/store/wiring';
import { WireForm } from '../inspector/WireForm';
import { reorderWire } from './editOutline';
import { focusRow } from './focusRow';
import { openInspector } from './openInspector';
import styles from './outline.module.css';
import { RowTools } from './RowTools';

/** A wire: where it leads and what it lets through; with its patterns to change while it is selected. */
export function OutlineWire({ wire }: { readonly wire: Wire }) {
  const t = useText();
  const row = useRef<HTMLLIElement>(null);
  const isSelected = useView(({ selection }) => selection.wires.includes(wire.id));
  const nodes = useDocument((state) => state.doc.nodes);
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id;
  const kind = nodes.find(({ id }) => id === wire.from.node)?.kind ?? '';
  const [from, to] = [nameOf(wire.from.node), nameOf(wire.to.node)];
  const name = t('panels.wire.title', { from, to });
  const { patterns } = wire.settings;
  const lets = Array.isArray(patterns) ? patterns.filter((one) => typeof one === 'string').join(', ') : '';
  const port = `kinds.port.${kind}.${wire.from.port}`;
  const select = () => useView.getState().select({ wires: [wire.id] });

  const remove = () => {
    passFocusOn(row.current);
    select();
    deleteSelection();
  };
  const move = (by: -1 | 1) => {
    reorderWire(wire.id, by, name);
    focusRow(wire.id);
  };
  const reconnect = () => {
    select();
    useView.getState().openConnectChooser({ wire: wire.id });
  };

  function onKeyDown(event: KeyboardEvent) {
    const acts: Readonly<Record<string, (() => void) | undefined>> = event.altKey
      ? { ArrowUp: () => move(-1), ArrowDown: () => move(1) }
      : { Delete: remove, Backspace: remove };
    const act = event.ctrlKey || event.metaKey ? undefined : acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <li ref={row} className={styles['wire']}>
      <button
        type="button"
        data-row={wire.id}
        className={styles['row']}
        aria-pressed={isSelected}
        onClick={() => (isSelected ? useView.getState().clearSelection() : select())}
        onKeyDown={onKeyDown}
      >
        <CornerDownRight size={13} aria-hidden className={styles['arrow']} />
        <span className={styles['unseen']}>{hasText(port) ? t(port) : wire.from.port}: </span>
        <span className={styles['name']}>{to}</span>
        {lets !== '' && <span className={styles['state']}>{lets}</span>}
      </button>
      {isSelected && (
        <>
          <RowTools
            name={name}
            onRename={null}
            onConnect={canReconnect(wire) ? reconnect : null}
            isReconnect
            onSetUp={() => openInspector(wire.id)}
            onMove={move}
            onRemove={remove}
          />
          <div className={styles['form']}>
            <WireForm wire={wire} only="patterns" idPrefix={`outline-${wire.id}`} />
          </div>
        </>
      )}
    </li>
  );
}

const canReconnect = (wire: Wire) => linksInsteadOf(useDocument.getState().doc, wire).length > 0;
