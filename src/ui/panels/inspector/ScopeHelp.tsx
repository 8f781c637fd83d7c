import type { Field } from '#engine/model/fields';
import { useText } from '#ui/i18n/useText';
import styles from './control.module.css';

const examples = {
  condition: 'data.total > 100 && attempt < 3',
  value: '{"total": data.total * 2, "by": key}',
  text: '"order-" + string(n)',
  template: '{"total": "${n * 10}", "label": "Order ${key}"}',
} as const;

/** What the expressions in a field may use, for the explanation of that field; nothing for other fields. */
export function ScopeHelp({ field }: { readonly field: Field }) {
  const t = useText();
  const example = exampleFor(field);
  if (example === null) return null;
  return (
    <span className={styles['scope']}>
      {t('fields.expression.scope')} {t('fields.expression.example')} <code>{example}</code>
    </span>
  );
}

function exampleFor(field: Field): string | null {
  if (field.type === 'expression') return examples[field.gives];
  return field.type === 'json' && field.template === true ? examples.template : null;
}
