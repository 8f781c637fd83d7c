import { useId, useState } from 'react';
import { templateGroups, templates, type Template } from '#templates/templates';
import { useText } from '#ui/i18n/useText';
import { DialogFrame } from '../dialogs/DialogFrame';
import { findTemplates } from './findTemplates';
import styles from './gallery.module.css';
import { TemplateCard } from './TemplateCard';

/** The templates: each asks a question, and opens as a flow of one's own. */
export function GalleryDialog() {
  const t = useText();
  const [query, setQuery] = useState('');
  const found = findTemplates(query, templates, t);
  return (
    <DialogFrame isWide title={t('panels.gallery.title')} about={t('panels.gallery.about')}>
      <div className={styles['tools']}>
        <input
          type="search"
          className={styles['search']}
          aria-label={t('panels.gallery.find')}
          placeholder={t('panels.gallery.find')}
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <output className={styles['count']}>
          {found.length === 0
            ? t('panels.gallery.none', { query: query.trim() })
            : t('panels.gallery.count', { n: found.length })}
        </output>
      </div>
      {templateGroups.map((group) => (
        <Group key={group} group={group} members={found.filter((template) => template.group === group)} />
      ))}
    </DialogFrame>
  );
}

interface GroupProps {
  readonly group: (typeof templateGroups)[number];
  readonly members: readonly Template[];
}

function Group({ group, members }: GroupProps) {
  const t = useText();
  const heading = useId();
  if (members.length === 0) return null;
  return (
    <section aria-labelledby={heading} className={styles['group']}>
      <h3 id={heading} className={styles['heading']}>
        {t(`panels.gallery.group.${group}`)}
      </h3>
      <ul className={styles['cards']}>
        {members.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} />
          </li>
        ))}
      </ul>
    </section>
  );
}
