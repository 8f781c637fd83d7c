import { X } from 'lucide-react';
import { useMemo, useRef, type KeyboardEvent } from 'react';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { AddNode } from './AddNode';
import styles from './outline.module.css';
import { OutlineNode } from './OutlineNode';
import { outlineOf } from './outlineOf';

/**
 * The flow as nested lists of buttons: everything that can be done on the canvas, for who reads better than sees. Plain
 * lists, because a row holds more than one thing to act on, which items of a tree must not.
 */
export function Outline() {
  const t = useText();
  const nodes = useDocument((state) => state.doc.nodes);
  const wires = useDocument((state) => state.doc.wires);
  const items = useMemo(() => outlineOf({ nodes, wires }), [nodes, wires]);
  const list = useRef<HTMLDivElement>(null);

  /** Up and down go from row to row, whatever level it is on. */
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-row]')) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    rows[rows.indexOf(event.target) + step]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles['outline']}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>{t('outline.title')}</h2>
        <button
          type="button"
          className={styles['tool']}
          aria-label={t('outline.close')}
          title={t('outline.close')}
          onClick={() => useView.getState().showOutline(false)}
        >
          <X size={15} aria-hidden />
        </button>
      </header>
      <AddNode />
      {items.length === 0 && <p className={styles['quiet']}>{t('outline.empty')}</p>}
      {/* The keys of the list are those of its buttons, which do all of it as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={list} className={styles['scroll']} onKeyDown={onKeyDown}>
        <ul className={styles['list']} aria-label={t('outline.nodes')}>
          {items.map((item) => (
            <OutlineNode key={item.node.id} item={item} />
          ))}
        </ul>
      </div>
    </div>
  );
}
