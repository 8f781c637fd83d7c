import type { CSSProperties } from 'react';
import { FlowCanvas } from '#ui/canvas/FlowCanvas';
import { withTexts } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { Dialogs } from '#ui/panels/dialogs/Dialogs';
import { late } from '#ui/look/late';
import { Palette } from '#ui/panels/palette/Palette';
import { StatusBar } from '#ui/panels/player/StatusBar';
import { Transport } from '#ui/panels/player/Transport';
import { PanelBoundary } from './PanelBoundary';
import { useView, type Sheet } from '#ui/store/viewStore';
import { SheetBar } from './SheetBar';
import styles from './shell.module.css';
import { SidePanel } from './SidePanel';
import { Splitter } from './Splitter';
import { TopBar } from './TopBar';
import { useFileDrop } from './useFileDrop';
import { useIsNarrow } from './useIsNarrow';
import { usePanelSizes, usualSizes } from './usePanelSizes';

// What the first picture does without comes together with its texts.
const EditorOverlays = late(
  async () => (await withTexts('later', import('#ui/panels/toast/EditorOverlays'))).EditorOverlays,
);
const BottomPanel = late(
  async () => (await withTexts('later', import('#ui/panels/bottom/BottomPanel'))).BottomPanel,
);
const Inspector = late(
  async () => (await withTexts('later', import('#ui/panels/inspector/Inspector'))).Inspector,
);
const Outline = late(async () => (await withTexts('outline', import('#ui/panels/outline/Outline'))).Outline);
const Narration = late(
  async () => (await withTexts('later', import('#ui/panels/player/Narration'))).Narration,
);

/** The arrangement of the page: beside each other where there is room, else stacked, with sheets. */
export function Shell() {
  const t = useText();
  const isNarrow = useIsNarrow();
  const [sizes, setSizes] = usePanelSizes();
  const sheet = useView((state) => state.sheet);
  const isOutlineShown = useView((state) => state.isOutlineShown);
  const isDropping = useFileDrop();
  const isFolded = (part: Sheet) => {
    if (part === 'outline') return !isOutlineShown;
    return part !== 'add' && sizes[part] === 0;
  };
  const show = (part: Sheet) => (isNarrow ? sheet === part : !isFolded(part));
  // Sizes of panels are data, which a class cannot hold.
  const style = {
    '--inspector-width': `${String(sizes.inspector)}px`,
    '--bottom-height': `${String(sizes.bottom)}px`,
  } as CSSProperties;
  return (
    <div className={styles['shell']} style={style} data-narrow={isNarrow || undefined}>
      <TopBar>{!isNarrow && <Transport />}</TopBar>
      {show('add') && (
        <nav className={styles['palette']} aria-label={t('shell.palette')}>
          <Palette />
        </nav>
      )}
      {show('outline') && (
        <aside className={styles['outline']} aria-label={t('shell.outline')}>
          <PanelBoundary name={t('shell.outline')}>
            <Outline />
          </PanelBoundary>
        </aside>
      )}
      <main className={styles['canvas']} aria-label={t('shell.canvas')}>
        <PanelBoundary name={t('shell.canvas')}>
          <FlowCanvas />
        </PanelBoundary>
      </main>
      {isNarrow && (
        <section className={styles['player']} aria-label={t('player.toolbar')}>
          <Transport />
        </section>
      )}
      <SidePanel
        part="inspector"
        isNarrow={isNarrow}
        isShown={show('inspector')}
        splitter={
          <Splitter
            label={t('shell.splitter.inspector')}
            orientation="vertical"
            size={sizes.inspector}
            usual={usualSizes.inspector}
            min={240}
            max={Math.max(240, innerWidth - 500)}
            onResize={(inspector) => setSizes({ inspector })}
          />
        }
      >
        <Inspector />
      </SidePanel>
      <SidePanel
        part="bottom"
        isNarrow={isNarrow}
        isShown={show('bottom')}
        splitter={
          <Splitter
            label={t('shell.splitter.bottom')}
            orientation="horizontal"
            size={sizes.bottom}
            usual={usualSizes.bottom}
            min={140}
            max={Math.max(140, innerHeight - 360)}
            onResize={(bottom) => setSizes({ bottom })}
          />
        }
      >
        <BottomPanel />
      </SidePanel>
      {isNarrow && <SheetBar />}
      <footer className={styles['status']}>
        <StatusBar />
        <Narration />
      </footer>
      <PanelBoundary name={t('shell.overlays')} isFloating>
        <EditorOverlays />
      </PanelBoundary>
      <PanelBoundary name={t('shell.dialogs')} isFloating>
        <Dialogs />
      </PanelBoundary>
      {isDropping && <output className={styles['drop']}>{t('shell.drop')}</output>}
    </div>
  );
}
