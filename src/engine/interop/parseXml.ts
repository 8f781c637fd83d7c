/** An element of an XML text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** What stands in it outside of its children. */
  text: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

/** The root, or what cannot be read and in which line. */
export type XmlResult =
  | { readonly ok: true; readonly value: XmlElement }
  | { readonly ok: false; readonly line: number; readonly found: string };

const most = { elements: 2_000_000, depth: 32 } as const;

const pattern =
  /<\?[^?]*\?>|<!--[^]*?-->|<\/(?<close>[\w.:-]+)\s*>|<(?<open>[\w.:-]+)(?<attributes>(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y;

/**
 * Takes apart the XML that data is written in: elements, attributes, text, comments, and the five entities and numbers
 * of characters. A document type, entities of one's own and marked sections are refused: nothing is fetched or
 * expanded. Linear; bounded in elements and depth.
 */
export function parseXml(source: string): XmlResult {
  const text = source.replace(/^\uFEFF/, '');
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '', line: 1 };
  const open = [root];
  let [at, line, count] = [0, 1, 0];
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const inner = open.at(-1) ?? root;
    if (match === null || !take(match, inner, open, line) || ++count > most.elements) {
      return { ok: false, line, found: text.slice(at, at + 40) };
    }
    line += match[0].split('\n').length - 1;
    at = pattern.lastIndex;
  }
  const [only] = root.children;
  const isWhole = open.length === 1 && root.children.length === 1 && root.text.trim() === '';
  return isWhole && only !== undefined ? { ok: true, value: only } : { ok: false, line, found: '' };
}

/** Puts one piece where it belongs; false when it belongs nowhere. */
function take(match: RegExpExecArray, inner: XmlElement, open: XmlElement[], line: number): boolean {
  const { close, open: name, attributes = '', empty, text } = match.groups ?? {};
  if (close !== undefined) return open.length > 1 && open.pop()?.name === close;
  if (name !== undefined) {
    const child: XmlElement = { name, attributes: attributesOf(attributes), children: [], text: '', line };
    inner.children.push(child);
    if (empty === '') open.push(child);
    return open.length <= most.depth;
  }
  inner.text += unescaped(text ?? '');
  return true;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(
    Array.from(found, ([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]),
  );
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What is no entity stays as it is. */
function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g,
    (whole, ten, sixteen, name) => {
      if (typeof name === 'string') return entities[name] ?? whole;
      const code = typeof ten === 'string' ? Number(ten) : Number.parseInt(String(sixteen), 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}
