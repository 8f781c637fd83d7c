import { regexName, regexTokens } from './regexTokens';

/** An expression in which a letter has another name; everything else in the text stays as it is. Linear. */
export function renameLetter(text: string, from: string, to: string): string {
  let renamed = '';
  let done = 0;
  for (const token of regexTokens(text)) {
    if (token.type !== 'name' || token.text !== from) continue;
    const quoted = /^"(?:[^"\\]|\\.)*"/su.exec(text.slice(token.at))?.[0];
    renamed += text.slice(done, token.at) + regexName(to);
    done = token.at + (quoted ?? token.text).length;
  }
  return renamed + text.slice(done);
}
