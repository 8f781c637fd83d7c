import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { AutomatonStrip } from '#ui/look/AutomatonStrip';
import type { FaceProps, KindFace } from '#ui/look/FaceProps';
import { formatCount } from '#ui/look/format';
import { StoreSign } from '#ui/look/icons';
import { ReducedFace } from '#ui/look/ReducedFace';
import styles from './StoreFace.module.css';
import type { StoreSettings } from './storeFields';
import { storeLifecycle } from './storePorts';
import type { StoreView } from './StoreView';

const width = 180;
const height = 124;
const lid = 13;
const body =
  `M1 ${lid}v${height - 2 * lid}c0 ${lid - 2} ${(width - 2) / 4} ${lid - 1} ${(width - 2) / 2} ${lid - 1}` +
  `s${(width - 2) / 2} -1 ${(width - 2) / 2} ${1 - lid}v${2 * lid - height}z`;

const rowsShown = 2;
const shownStates = storeLifecycle.states.slice(0, 2);

/** A store: a cylinder with the values that were written last. */
function StoreFace({ node, settings, frame, zoomLevel, isSelected, stateWord }: FaceProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  // The document was checked against this kind's fields, and the picture comes from this kind's own view.
  const view = (frame?.view ?? null) as StoreView | null;
  const { initial } = settings as unknown as StoreSettings;
  const keys = view?.keys ?? initial.length;
  const tone = frame?.lifecycle === 'down' ? 'danger' : frame?.lifecycle === 'paused' ? 'warn' : 'ink';
  if (zoomLevel !== 'full') {
    return (
      <ReducedFace
        zoomLevel={zoomLevel}
        isSelected={isSelected}
        name={node.name}
        word={stateWord}
        figure={formatCount(keys, language)}
        tone={tone}
        load={(view?.busy ?? 0) > 0 ? 1 : 0}
        icon={<StoreSign size={96} />}
      />
    );
  }
  const recent =
    view === null ? initial.map(({ key, value }) => ({ key, value: JSON.stringify(value) })) : view.recent;
  return (
    <div className={styles['face']} data-selected={isSelected} data-tone={tone}>
      <svg className={styles['shape']} width={width} height={height} aria-hidden="true" focusable="false">
        <path d={body} className={styles['outline']} />
        <ellipse cx={width / 2} cy={lid} rx={width / 2 - 1} ry={lid - 1} className={styles['outline']} />
      </svg>
      <div className={styles['content']}>
        <div className={styles['title']}>
          <span className={styles['name']} data-part="name">
            {node.name}
          </span>
          <span className={styles['count']}>
            {keys === 0 ? t('canvas.storeEmpty') : t('canvas.keys', { n: formatCount(keys, language) })}
          </span>
        </div>
        <dl className={styles['values']}>
          {recent.slice(0, rowsShown).map(({ key, value }) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className={styles['foot']}>
          {frame !== null && (
            <AutomatonStrip
              states={shownStates}
              accepting={storeLifecycle.accepting}
              current={frame.lifecycle}
              word={stateWord}
              tone={tone}
            />
          )}
          {view !== null && <Traffic view={view} />}
        </div>
      </div>
    </div>
  );
}

function Traffic({ view }: { readonly view: StoreView }) {
  const t = useText();
  const language = useContext(LanguageContext);
  return (
    <span className={styles['traffic']}>
      {t('canvas.storeTraffic', {
        reads: formatCount(view.reads, language),
        writes: formatCount(view.writes, language),
      })}
    </span>
  );
}

function Icon({ size = 36 }: { readonly size?: number }) {
  return <StoreSign size={size} />;
}

/** How stores look. */
export const storeFace: KindFace = {
  Face: StoreFace,
  Icon,
  size: () => ({ width, height }),
  spread: () => 80,
  figure: (_settings, view) => ({
    // The picture comes from this kind's own view.
    used: (view as StoreView | null)?.keys ?? 0,
    total: null,
  }),
  isCalling: () => false,
  isFrame: false,
  mapShape: () => 'cylinder',
  presetOf: () => 'store.plain',
};
