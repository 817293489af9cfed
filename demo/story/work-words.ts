import type { Said } from '../stage/tale.ts';

interface Work {
  readonly kind: string;
}
interface ByPerson extends Work {
  readonly id: string;
  readonly who: string;
}
interface Noted extends Work {
  readonly note: string;
}

export const receives = ({ who, kind, id }: ByPerson): Said => ({
  ka: `ადამიანმა მიიღო ამოცანა „${kind}“ (${id}): ${who}`,
  en: `a person has received “${kind}” (${id}): ${who}`,
});

export const accepts = ({ who, kind, deputy }: ByPerson & { readonly deputy: string }): Said => ({
  ka: `აღებულია შესასრულებლად „${kind}“: ${who}; ცვლის ${deputy}`,
  en: `“${kind}” is accepted: ${who}; ${deputy} stands in`,
});

export const starts = ({ kind, note }: Noted): Said => ({
  ka: `სრულდება „${kind}“: ${note}`,
  en: `at work on “${kind}”: ${note}`,
});

export const holds = ({ kind, reason, note }: Noted & { readonly reason: string }): Said => ({
  ka: `შეჩერდა „${kind}“ (${reason}): ${note}`,
  en: `“${kind}” is on hold (${reason}): ${note}`,
});

export const completes = ({ kind, outcome, note }: Noted & { readonly outcome: string }): Said => ({
  ka: `შესრულდა „${kind}“ (${outcome}): ${note}`,
  en: `“${kind}” is done (${outcome}): ${note}`,
});
