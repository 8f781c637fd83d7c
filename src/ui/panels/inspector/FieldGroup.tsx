import { ChevronRight } from 'lucide-react';
import type { FieldSection } from '#engine/model/fields';
import { useText } from '#ui/i18n/useText';
import { useView } from '#ui/store/viewStore';
import { changedFields } from './changedFields';
import type { FieldFormProps } from './FieldControl';
import styles from './fieldGroup.module.css';
import { FieldRows } from './FieldRows';
import { fieldText } from './fieldText';

interface Props extends FieldFormProps {
  readonly section: FieldSection;
  /** Open because of a search, whatever was chosen before. */
  readonly isSearched: boolean;
}

/** Closed until somebody opens them: what most flows leave as it is. */
const closedAtFirst: ReadonlySet<FieldSection> = new Set(['guarantee', 'flow', 'failure', 'protection']);

/** A section of a form, to open and close. Closed it still names what in it is not as by default. */
export function FieldGroup({ section, isSearched, ...form }: Props) {
  const t = useText();
  const chosen = useView((state) => state.sections[section]);
  const isOpen = isSearched || (chosen ?? !closedAtFirst.has(section));
  const labels = changedFields(form.fields, form.settings).map(({ id }) =>
    fieldText(t, `${form.owner}.${id}`),
  );
  return (
    <details
      className={styles['group']}
      open={isOpen}
      onToggle={(event) => {
        const { open } = event.currentTarget;
        if (open !== isOpen && !isSearched) remember(section, open);
      }}
    >
      <summary className={styles['summary']}>
        <ChevronRight size={14} aria-hidden className={styles['arrow']} />
        <span className={styles['title']}>{t(`sections.${section}`)}</span>
        {labels.length > 0 && (
          <span className={styles['count']}>{t('sections.set', { n: labels.length })}</span>
        )}
        {labels.length > 0 && !isOpen && (
          <span className={styles['labels']}>{t('sections.set.list', { labels: labels.join(', ') })}</span>
        )}
      </summary>
      <div className={styles['body']}>
        <FieldRows {...form} />
      </div>
    </details>
  );
}

function remember(section: FieldSection, isOpen: boolean): void {
  const { prefer, sections } = useView.getState();
  prefer({ sections: { ...sections, [section]: isOpen } });
}
