import { useEffect, useState } from 'react';
import { useWhy } from './useWhy';
import { WhyChain } from './WhyChain';
import styles from './why.module.css';

interface Hovered {
  readonly node: string;
  readonly x: number;
  readonly y: number;
}

/** Long enough not to flash on the way across, in milliseconds. */
const delayMs = { show: 250, hide: 220 };
const words = '.react-flow__node [data-part="automaton"], .react-flow__node [data-part="state"]';
const width = 300;

/** Says why a node waits, beside the word of its face that the pointer rests on. The inspector says it to others. */
export function WhyHover() {
  const [hovered, setHovered] = useState<Hovered | null>(null);
  useEffect(() => watch(setHovered), []);
  return hovered === null ? null : <Bubble hovered={hovered} />;
}

function Bubble({ hovered: { node, x, y } }: { readonly hovered: Hovered }) {
  const report = useWhy(node);
  if (report === null || report.links.length === 0) return null;
  return (
    <div className={styles['bubble']} data-why-bubble role="tooltip" style={{ left: x, top: y, width }}>
      <WhyChain report={report} />
    </div>
  );
}

/** Tells which node's word the pointer rests on. It may go over to the bubble, whose names are links. */
function watch(tell: (hovered: Hovered | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = '';
  const later = (ms: number, hovered: Hovered | null) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      shown = hovered?.node ?? '';
      tell(hovered);
    }, ms);
  };
  const onOver = ({ target, buttons }: PointerEvent) => {
    if (!(target instanceof Element)) return;
    const word = buttons === 0 ? target.closest(words) : null;
    const node = word?.closest('.react-flow__node')?.getAttribute('data-id') ?? '';
    if (word !== null && node !== '') {
      if (node !== shown) later(delayMs.show, placeBeside(word, node));
      else clearTimeout(timer);
    } else if (target.closest('[data-why-bubble]') !== null) clearTimeout(timer);
    else if (shown !== '') later(delayMs.hide, null);
    else clearTimeout(timer);
  };
  const onDown = ({ target }: PointerEvent) => {
    if (!(target instanceof Element) || target.closest('[data-why-bubble]') === null) later(0, null);
  };
  document.addEventListener('pointerover', onOver);
  document.addEventListener('pointerdown', onDown);
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') hide();
  };
  document.addEventListener('keydown', onKey);
  document.addEventListener('wheel', hide, { passive: true });
  function hide() {
    if (shown !== '') later(0, null);
  }
  return () => {
    clearTimeout(timer);
    document.removeEventListener('pointerover', onOver);
    document.removeEventListener('pointerdown', onDown);
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('wheel', hide);
  };
}

function placeBeside(word: Element, node: string): Hovered {
  const { left, bottom } = word.getBoundingClientRect();
  return {
    node,
    x: Math.max(8, Math.min(left, innerWidth - width - 8)),
    y: Math.min(bottom + 6, innerHeight - 90),
  };
}
