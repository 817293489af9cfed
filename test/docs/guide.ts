import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = join(import.meta.dirname, '../../docs');

/** The blocks of one language in a document; those of `sh` are run as they stand, in one shell. */
export const blocksOf = (file: string, language: 'sh' | 'json' | 'console'): readonly string[] =>
  [...readFileSync(join(DOCS, file), 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(
    ([, of, text = '']) => (of === language ? [text] : []),
  );

/** One call of the hub as the document writes it. */
export interface GuideCall {
  readonly method: string;
  /** As it is written, with the shell's variables, without the query. */
  readonly path: string;
  /** The parameters of the query, by name. */
  readonly query: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly line: string;
}

const CALL = /(?:^|[ (|])(?:hub|centre) (?:'([^']*)'|"([^"]*)"|(\/\S+))([^\n]*)/gm;

/** Every call that a block makes with `hub` or `centre`, the functions that add the token. */
export function callsOf(block: string): readonly GuideCall[] {
  const text = block.replaceAll('\\\n', ' ');
  return [...text.matchAll(CALL)].map((found) => {
    const [line, single, double, bare, whole = ''] = found;
    const [rest = ''] = whole.split(' | ');
    const [path = '', search = ''] = (single ?? double ?? bare ?? '').split('?');
    const heredoc = rest.includes('<<JSON')
      ? /\n([\s\S]*?)\nJSON\n/.exec(text.slice((found.index ?? 0) + line.length))?.[1]
      : undefined;
    const body = heredoc ?? / -d '([^']*)'/.exec(rest)?.[1] ?? quoted(rest);
    const method = / -X (\w+)/.exec(rest)?.[1] ?? (body === undefined ? 'GET' : 'POST');
    const query = Object.fromEntries(new URLSearchParams(search));
    return { method, path, query, line: line.trim(), ...(body !== undefined && { body }) };
  });
}

const quoted = (rest: string): string | undefined =>
  / -d "((?:[^"\\]|\\.)*)"/.exec(rest)?.[1]?.replaceAll('\\"', '"');

/** With values in place of the shell's variables. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, bare?: string) => {
    const value = values[braced ?? bare ?? ''];
    if (value === undefined) throw new Error(`no value for $${braced ?? bare}`);
    return value;
  });
