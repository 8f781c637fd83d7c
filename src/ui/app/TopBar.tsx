import { CircleHelp, Monitor, Moon, Redo2, Share2, Sun, Undo2, Waypoints } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { withTexts } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { Logo } from '#ui/look/icons';
import { late } from '#ui/look/late';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { FlowName } from './FlowName';
import styles from './topBar.module.css';

const MainMenu = late(async () => (await withTexts('later', import('./MainMenu'))).MainMenu);

/** What is open, the way back, the player in the middle, and what concerns the page as a whole. */
export function TopBar({ children }: { readonly children?: ReactNode }) {
  const t = useText();
  return (
    <header className={styles['bar']}>
      <div className={styles['left']}>
        <h1 className={styles['logo']}>
          <Logo /> <span>{t('shell.appName')}</span>
        </h1>
        <span className={styles['menu']}>
          <MainMenu />
        </span>
        <FlowName />
        <UndoButtons />
      </div>
      <div className={styles['middle']}>{children}</div>
      <div className={styles['right']}>
        <button
          type="button"
          className={styles['explore']}
          data-minor
          title={t('shell.explore')}
          onClick={perform('exploreOrders')}
        >
          <Waypoints size={16} aria-hidden /> <span>{t('shell.explore')}</span>
        </button>
        <button type="button" className={styles['share']} onClick={perform('share')}>
          <Share2 size={16} aria-hidden /> <span>{t('shell.share')}</span>
        </button>
        <LanguageButton />
        <ThemeButton />
        <button
          type="button"
          className={styles['button']}
          data-minor
          aria-label={t('shell.help')}
          title={t('shell.help')}
          onClick={perform('help')}
        >
          <CircleHelp size={17} aria-hidden />
        </button>
      </div>
    </header>
  );
}

/** The commands come after the first picture, which needs none of them. */
const perform = (id: string) => async () => {
  const { commandById } = await import('#ui/commands/index');
  await commandById.get(id)?.perform();
};

function UndoButtons() {
  const t = useText();
  const undo = useDocument((state) => state.undoStack.at(-1) ?? null);
  const redo = useDocument((state) => state.redoStack.at(-1) ?? null);
  const undoLabel = undo === null ? t('shell.undo') : t('shell.undoOf', { what: t(undo.label, undo.values) });
  const redoLabel = redo === null ? t('shell.redo') : t('shell.redoOf', { what: t(redo.label, redo.values) });
  return (
    <div className={styles['pair']}>
      <IconButton label={undoLabel} icon={Undo2} isOff={undo === null} onClick={perform('undo')} />
      <IconButton label={redoLabel} icon={Redo2} isOff={redo === null} onClick={perform('redo')} />
    </div>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly icon: ComponentType<{ size?: number }>;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}

function IconButton({ label, icon: Icon, isOff = false, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      className={styles['button']}
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onClick}
    >
      <Icon size={17} />
    </button>
  );
}

function LanguageButton() {
  const t = useText();
  const language = useView((state) => state.language);
  return (
    <button
      type="button"
      className={styles['button']}
      data-minor
      aria-label={t('shell.language')}
      title={t('shell.language')}
      onClick={perform('toggleLanguage')}
    >
      <b lang={language === 'en' ? 'zh-Hans' : 'en'} aria-hidden>
        {t('shell.language.other')}
      </b>
    </button>
  );
}

const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const;

function ThemeButton() {
  const t = useText();
  const theme = useView((state) => state.theme);
  const Icon = themeIcons[theme];
  const label = t(`shell.theme.${theme}`);
  return (
    <button
      type="button"
      className={styles['button']}
      data-minor
      aria-label={label}
      title={label}
      onClick={perform('toggleTheme')}
    >
      <Icon size={17} aria-hidden />
    </button>
  );
}
