import { useState } from 'react';
import { fieldApplies } from '#engine/model/fieldApplies';
import { useText } from '#ui/i18n/useText';
import styles from './control.module.css';
import type { FieldFormProps } from './FieldControl';
import { FieldGroup } from './FieldGroup';
import { FieldRows } from './FieldRows';
import { fieldText } from './fieldText';
import { groupFields } from './groupFields';

/** With more fields than this, a form can be searched. */
const mostWithoutSearch = 12;

/** The form that a field table describes: fields without a section first, then section by section. */
export function FieldForm(props: FieldFormProps) {
  const t = useText();
  const [query, setQuery] = useState('');
  const { fields, owner, settings } = props;
  const isLong = fields.length > mostWithoutSearch;
  const wanted = isLong ? query.trim().toLocaleLowerCase() : '';
  const found = fields.filter(
    (field) =>
      fieldApplies(field, settings) &&
      fieldText(t, `${owner}.${field.id}`).toLocaleLowerCase().includes(wanted),
  );
  const { first, groups } = groupFields(found);
  return (
    <div className={styles['form']}>
      {isLong && (
        <input
          type="search"
          className={styles['text']}
          aria-label={t('sections.find')}
          placeholder={t('sections.find')}
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      {first.length > 0 && <FieldRows {...props} fields={first} />}
      {groups.map((group) => (
        // A search opens what it found without that being remembered.
        <FieldGroup
          key={`${group.section} ${String(wanted !== '')}`}
          {...props}
          section={group.section}
          fields={group.fields}
          isSearched={wanted !== ''}
        />
      ))}
      {found.length === 0 && wanted !== '' && (
        <output className={styles['hint']}>{t('sections.find.none', { query: query.trim() })}</output>
      )}
    </div>
  );
}
