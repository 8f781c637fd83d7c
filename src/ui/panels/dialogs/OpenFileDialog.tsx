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
    <DialogFrame title={t('panels.open.title')} about={t('panels.open.about')}>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('panels.open.choose')}
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void openFile(file, 'flow');
        }}
      />
      <div className={styles['row']}>
        <button type="button" className={styles['primary']} onClick={() => picker.current?.click()}>
          <FolderOpen size={15} aria-hidden /> {t('panels.open.choose')}
        </button>
        <span className={styles['about']}>{t('panels.open.drop')}</span>
      </div>
      <label className={styles['field']}>
        {t('panels.open.paste')}
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
          onClick={() => void openFlowText(t('panels.open.pasted'), text)}
        >
          {t('panels.open.openText')}
        </button>
      </div>
    </DialogFrame>
  );
}
