/**
 * Why an expression has no value, as the engine says it and keeps it in traces, and the same in Simplified Chinese;
 * `{name}` stands for a value. A test holds that nothing which the engine says is missing.
 */
export const failures: readonly (readonly [english: string, chinese: string])[] = [
  ['{what} (in {path})', '{what}（位于 {path}）'],
  ['{name} is {kind}, which has no "{field}"', '{name} 是{kind}，没有“{field}”'],
  ['{name} is {kind}, which has no entry by {other}', '{name} 是{kind}，不能用{other}取其中的项'],
  [
    '{name} has {count} entries and none at {key}; the first is at 0',
    '{name} 有 {count} 项，没有第 {key} 项；第一项是 0',
  ],
  ['{name} has no "{field}"', '{name} 没有“{field}”'],
  ['an index must be a number, not {kind}', '下标必须是数字，而不是{kind}'],
  ['a condition must give true or false, not {kind}', '条件必须得出真或假，而不是{kind}'],
  ['this must give a text, not {kind}', '这里必须得出文本，而不是{kind}'],
  ['{name} must be true or false, not {kind}', '{name} 必须是真或假，而不是{kind}'],
  ['{name} must be a list or an object, not {kind}', '{name} 必须是列表或对象，而不是{kind}'],
  ['"{sign}" needs a number, not {kind}', '“{sign}”需要数字，而不是{kind}'],
  [
    '"+" needs two numbers, two texts or two lists, not {kind} and {other}',
    '“+”需要两个数字、两个文本或两个列表，而不是{kind}和{other}',
  ],
  [
    '"{sign}" needs two numbers or two texts, not {kind} and {other}',
    '“{sign}”需要两个数字或两个文本，而不是{kind}和{other}',
  ],
  ['"{sign}" needs two numbers, not {kind} and {other}', '“{sign}”需要两个数字，而不是{kind}和{other}'],
  ['"in" needs a list or an object on its right, not {kind}', '“in”的右边需要列表或对象，而不是{kind}'],
  ['division by zero', '除以零'],
  ['the number becomes too large', '数字变得过大'],
  ['the text becomes longer than {max} characters', '文本超过了 {max} 个字符'],
  ['this takes more than {max} steps', '计算超过了 {max} 步'],
  ['a key must be a text, not {kind}', '键必须是文本，而不是{kind}'],
  ['"{key}" is not allowed as a key', '“{key}”不能用作键'],
  ['this needs at least one number', '这里至少需要一个数字'],
  ['this needs {kind}, not {other}', '这里需要{kind}，而不是{other}'],
  ['this text is not a number', '这个文本不是数字'],
  [
    'substring needs whole numbers from 0 to {max}, in order',
    'substring 需要从 0 到 {max} 的整数，且从小到大',
  ],
  ['the result is nested deeper than {max} levels', '结果的嵌套超过了 {max} 层'],
  ['the result is longer than {max} characters', '结果超过了 {max} 个字符'],
];

/** What stands for `{kind}` and `{other}`. */
export const kinds: Readonly<Record<string, string>> = {
  null: '空值',
  'a list': '列表',
  'a boolean': '真假值',
  'a number': '数字',
  'a text': '文本',
  'an object': '对象',
  'a text, a list or an object': '文本、列表或对象',
  'a number, a text or a boolean': '数字、文本或真假值',
  'a number or a text': '数字或文本',
  'a list of texts': '文本列表',
  'texts in the list': '列表中的文本',
  numbers: '数字',
};

/** The place in the text, before all of that. */
export const column = '第 {column} 列：{what}';
