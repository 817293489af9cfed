import { type RefusalCode, type RefusalKind, refusalKinds } from './refusal-kinds.ts';
import refusalWords from './refusal-words.json' with { type: 'json' };

interface Words {
  readonly ka: string;
  readonly en: string;
}

interface RefusalText {
  readonly kind: RefusalKind;
  readonly title: Words;
  /** What the reader can do instead; where a rule of protection refuses, it names the rule. */
  readonly instead: Words;
}

/** A code without words does not compile. */
const words: Readonly<Record<RefusalCode, Omit<RefusalText, 'kind'>>> = refusalWords;

/** Every "no" of the hub: its kind, what it says and what to do instead, in both languages. */
export const refusals = Object.fromEntries(
  Object.entries(refusalKinds).map(([code, kind]) => [
    code,
    { kind, ...words[code as RefusalCode] },
  ]),
) as Readonly<Record<RefusalCode, RefusalText>>;
