import type { Language } from './catalogue';

/** Why an expression has no value, in a language: the engine says it in English, which traces keep. */
export async function failureIn(language: Language, sentence: string): Promise<string> {
  if (language === 'en') return sentence;
  const { failures, kinds, column } = await import('./zh/expressionFailures');
  const [, at = '', what = sentence] = /^column (\d+): (.*)$/s.exec(sentence) ?? [];
  const said = translated(what, failures, kinds);
  return at === '' ? said : filled(column, { column: at, what: said });
}

function translated(
  sentence: string,
  failures: readonly (readonly [string, string])[],
  kinds: Readonly<Record<string, string>>,
): string {
  for (const [english, chinese] of failures) {
    const found = patternOf(english).exec(sentence);
    if (found === null) continue;
    const values = Object.entries(found.groups ?? {}).map(([name, value]) => {
      if (name === 'what') return [name, translated(value, failures, kinds)];
      // Of names and texts of the flow some may be called like a kind.
      return [name, name === 'kind' || name === 'other' ? (kinds[value] ?? value) : value];
    });
    return filled(chinese, Object.fromEntries(values) as Readonly<Record<string, string>>);
  }
  return sentence;
}

function patternOf(template: string): RegExp {
  const pattern = template
    .replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\{(\w+)\}/g, '(?<$1>.+?)');
  return new RegExp(`^${pattern}$`, 's');
}

const filled = (template: string, values: Readonly<Record<string, string>>) =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
