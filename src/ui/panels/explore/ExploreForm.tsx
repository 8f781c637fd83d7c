import { useState, type SyntheticEvent } from 'react';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useExplore } from '#ui/store/exploreStore';
import styles from './explore.module.css';
import { NumberInput } from './NumberInput';
import { partsOf, type PartValues } from './partsOf';
import { propertyForms, type PropertyId } from './propertyForms';
import { PropertyParts } from './PropertyParts';

/** What is asked: the property by its sentence, and how far to look. */
export function ExploreForm() {
  const t = useText();
  const status = useExplore((state) => state.status);
  const doc = useDocument((state) => state.doc);
  const [id, setId] = useState<PropertyId>('no-deadlock');
  const [values, setValues] = useState<PartValues>({});
  const [bounds, setBounds] = useState({ events: '', crashes: '', losses: '', duplicates: '' });
  const form = propertyForms.find((one) => one.id === id) ?? propertyForms[0];

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const all = partsOf(doc, values);
    const given = Object.fromEntries(form.parts.map((part) => [part, all[part] ?? '']));
    useExplore.getState().explore(
      { property: form.id, arguments: given },
      {
        events: bounds.events === '' ? null : Number(bounds.events),
        faults: {
          crashes: Number(bounds.crashes),
          losses: Number(bounds.losses),
          duplicates: Number(bounds.duplicates),
        },
      },
    );
  }

  return (
    <form className={styles['form']} onSubmit={submit}>
      <label className={styles['wide']}>
        {t('exploring.property')}
        <select
          value={id}
          onChange={({ target }) => {
            const chosen = propertyForms.find((one) => one.id === target.value);
            if (chosen !== undefined) setId(chosen.id);
          }}
        >
          {propertyForms.map((one) => (
            <option key={one.id} value={one.id}>
              {t(`exploring.property.${one.id}`)}
            </option>
          ))}
        </select>
      </label>
      <PropertyParts
        parts={form.parts}
        values={values}
        onChange={(change) => setValues({ ...values, ...change })}
      />
      {form.parts.some((part) => part === 'p') && (
        <p id="condition-help" className={styles['help']}>
          {t('exploring.conditionHelp')}
        </p>
      )}
      <fieldset className={styles['bounds']}>
        {(['events', 'crashes', 'losses', 'duplicates'] as const).map((bound) => (
          <NumberInput
            key={bound}
            label={t(`exploring.${bound}`)}
            {...(bound === 'events' ? { title: t('exploring.eventsHelp') } : {})}
            value={bounds[bound]}
            onChange={(value) => setBounds({ ...bounds, [bound]: value })}
          />
        ))}
      </fieldset>
      {status === 'exploring' ? (
        // Another element than the one below: else the click that stops would also send the form.
        <button
          key="stop"
          type="button"
          className={styles['go']}
          onClick={() => useExplore.getState().cancel()}
        >
          {t('exploring.cancel')}
        </button>
      ) : (
        <button key="go" type="submit" className={styles['go']} data-main>
          {t('exploring.explore')}
        </button>
      )}
    </form>
  );
}
