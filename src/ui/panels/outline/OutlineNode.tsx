import { useRef, useState, type KeyboardEvent } from 'react';
import { kindById } from '#kinds/index';
import { faces } from '#kinds/faces';
import { deleteSelection } from '#ui/commands/deleteSelection';
import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { passFocusOn } from '#ui/store/passFocusOn';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { linksFrom } from '#ui/store/wiring';
import { useDocument } from '#ui/store/documentStore';
import { NameInput } from '../inspector/NameInput';
import { renameNode, reorderNode } from './editOutline';
import { focusRow } from './focusRow';
import { openInspector } from './openInspector';
import styles from './outline.module.css';
import type { OutlineItem } from './outlineOf';
import { OutlineWire } from './OutlineWire';
import { RowTools } from './RowTools';

/** A node: its name, how it is just now, what can be done to it while it is selected, and what leaves it. */
export function OutlineNode({ item }: { readonly item: OutlineItem }) {
  const t = useText();
  const { node, wires, members } = item;
  const [isRenaming, setRenaming] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const isSelected = useView(({ selection }) => selection.nodes.includes(node.id));
  const kind = kindById.get(node.kind);
  const Icon = faces[node.kind]?.Icon;
  const { name } = node;
  const select = () => useView.getState().select({ nodes: [node.id] });

  const rename = () => {
    select();
    setRenaming(true);
  };
  const remove = () => {
    passFocusOn(row.current);
    select();
    deleteSelection();
  };
  const move = (by: -1 | 1) => {
    reorderNode(node.id, by, name);
    focusRow(node.id);
  };
  const connect = () => {
    select();
    useView.getState().openConnectChooser({ node: node.id });
  };

  function onKeyDown(event: KeyboardEvent) {
    const acts: Readonly<Record<string, (() => void) | undefined>> = event.altKey
      ? { ArrowUp: () => move(-1), ArrowDown: () => move(1) }
      : { F2: rename, Delete: remove, Backspace: remove };
    const act = event.ctrlKey || event.metaKey ? undefined : acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <li ref={row} className={styles['node']}>
      {isRenaming ? (
        <div
          className={styles['renaming']}
          onBlur={() => {
            setRenaming(false);
            focusRow(node.id);
          }}
        >
          <NameInput
            value={name}
            label={t('outline.nameOf', { name })}
            hasFocus
            onCommit={(next) => renameNode(node.id, name, next)}
          />
        </div>
      ) : (
        <button
          type="button"
          data-row={node.id}
          className={styles['row']}
          aria-pressed={isSelected}
          onClick={() => (isSelected ? useView.getState().clearSelection() : select())}
          onKeyDown={onKeyDown}
        >
          {Icon !== undefined && (
            <span className={styles['icon']} aria-hidden>
              <Icon settings={node.settings} size={20} />
            </span>
          )}
          <span className={styles['name']}>{name}</span>
          {kind?.runs === true && <StateWord node={node.id} />}
        </button>
      )}
      {isSelected && !isRenaming && (
        <RowTools
          name={name}
          onRename={rename}
          onConnect={canConnect(node.id) ? connect : null}
          onSetUp={() => openInspector(node.id)}
          onMove={move}
          onRemove={remove}
        />
      )}
      {wires.length > 0 && (
        <ul className={styles['wires']} aria-label={t('outline.wiresOf', { name })}>
          {wires.map((wire) => (
            <OutlineWire key={wire.id} wire={wire} />
          ))}
        </ul>
      )}
      {members.length > 0 && (
        <ul className={styles['list']} aria-label={t('outline.membersOf', { name })}>
          {members.map((member) => (
            <OutlineNode key={member.node.id} item={member} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** How the node is at the playhead. It changes without being read out: the narration tells the steps. */
function StateWord({ node }: { readonly node: string }) {
  const t = useText();
  const lifecycle = useRun(({ doc, frame }) => {
    const index = doc.nodes.findIndex(({ id }) => id === node);
    return frame?.nodes[index]?.lifecycle ?? null;
  });
  if (lifecycle === null) return null;
  const key = `kinds.state.${lifecycle}`;
  return <span className={styles['state']}>{hasText(key) ? t(key) : lifecycle}</span>;
}

function canConnect(id: string): boolean {
  const { doc } = useDocument.getState();
  const node = doc.nodes.find((one) => one.id === id);
  return node !== undefined && linksFrom(doc, node).length > 0;
}
