import { useState } from 'react';
import { useText } from '#ui/i18n/useText';
import { copyRunLink } from '#ui/panels/dialogs/copyRunLink';
import { useDocument } from '#ui/store/documentStore';
import styles from './broken.module.css';

interface Props {
  readonly name: string;
  readonly error: Error;
  readonly isFloating: boolean;
  readonly onReload: () => void;
}

/** What stands in for a panel that broke: what happened, and three ways on. */
export function BrokenPanel({ name, error, isFloating, onReload }: Props) {
  const t = useText();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  return (
    <div className={styles['broken']} data-floating={isFloating || undefined} role="alert">
      <h2>{t('shell.broken.title', { name })}</h2>
      <p>{t('shell.broken.about')}</p>
      <pre>{error.message}</pre>
      <div className={styles['buttons']}>
        <button type="button" onClick={onReload}>
          {t('shell.broken.reload')}
        </button>
        <button
          type="button"
          onClick={() => {
            useDocument.getState().undo();
            onReload();
          }}
        >
          {t('shell.broken.undo')}
        </button>
        <button
          type="button"
          onClick={() => void copyRunLink().then((isCopied) => setCopied(isCopied ? 'yes' : 'failed'))}
        >
          {t('shell.broken.copy')}
        </button>
      </div>
      {copied !== 'no' && <p>{t(copied === 'yes' ? 'panels.share.copied' : 'panels.share.copyFailed')}</p>}
    </div>
  );
}
