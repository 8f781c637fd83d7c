import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#ui/i18n/useText';
import { copyText } from '../dialogs/copyText';
import styles from '../dialogs/dialog.module.css';
import { DialogFrame } from '../dialogs/DialogFrame';
import { useDialogSubject } from '../dialogs/dialogSubject';
import { openFlowText } from '../dialogs/openFlowText';
import { ProblemList } from './ProblemList';

/** Longer text nobody mends by hand, and a text field with megabytes of binary data holds the page for minutes. */
const isMendable = (text: string) => text.length <= (text.includes('\0') ? 50_000 : 1_000_000);

/** A text that did not become a flow: what is wrong with it, and the text itself, to mend and try again. */
export function ProblemsDialog() {
  const t = useText();
  const subject = useDialogSubject();
  const given = subject?.about === 'import' ? subject : null;
  const [mended, setMended] = useState<string | null>(null);
  if (given === null) return null;
  const isShown = isMendable(given.text);
  const text = mended ?? (isShown ? given.text : '');
  return (
    <DialogFrame
      isWide
      title={t('panels.problems.title', { name: given.name })}
      about={t(isShown ? 'panels.problems.about' : 'panels.problems.notShown')}
    >
      <ProblemList problems={given.problems} />
      {text !== '' && (
        <label className={styles['field']}>
          {t('panels.problems.text')}
          <textarea
            className={styles['area']}
            rows={10}
            spellCheck={false}
            value={text}
            onChange={(event) => setMended(event.target.value)}
          />
        </label>
      )}
      <div className={styles['row']}>
        <button
          type="button"
          className={styles['primary']}
          disabled={text === ''}
          onClick={() => {
            void openFlowText(given.name, text);
            setMended(null);
          }}
        >
          {t('panels.problems.again')}
        </button>
        <button
          type="button"
          className={styles['button']}
          disabled={text === ''}
          onClick={() => void copyText(text)}
        >
          <Copy size={15} aria-hidden /> {t('panels.problems.copy')}
        </button>
      </div>
    </DialogFrame>
  );
}
