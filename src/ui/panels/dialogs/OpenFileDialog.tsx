import { FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '#ui/i18n/useText';
import styles from './dialog.module.css';
import { DialogFrame } from './DialogFrame';
import { openFile } from './openFile';
import { openFlowText } from './openFlowText';

/** A flow from a file or from pasted text. */
export function OpenFileDialog() {
  const t = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  return (
    <DialogFrame title={t('shell.open.title')} about={t('shell.open.about')}>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('shell.open.choose')}
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void openFile(file, 'flow');
        }}
      />
      <div className={styles['row']}>
        <button type="button" className={styles['primary']} onClick={() => picker.current?.click()}>
          <FolderOpen size={15} aria-hidden /> {t('shell.open.choose')}
        </button>
        <span className={styles['about']}>{t('shell.open.drop')}</span>
      </div>
      <label className={styles['field']}>
        {t('shell.open.paste')}
        <textarea
          className={styles['area']}
          rows={6}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className={styles['row']}>
        <button
          type="button"
          className={styles['button']}
          disabled={text.trim() === ''}
          onClick={() => openFlowText(t('shell.open.pasted'), text)}
        >
          {t('shell.open.openText')}
        </button>
      </div>
    </DialogFrame>
  );
}
