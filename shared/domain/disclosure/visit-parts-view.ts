import type { ForbiddenTime, Wish } from '../interview/childs-times.ts';
import type { Exception } from '../interview/exception.ts';
import type { Consent } from '../interview/ground.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Details } from '../referral/groups.ts';
import { wordsIn } from './interview-view.ts';

type Words = Partial<Details['family']> | undefined;
const headOf = ({ number, at, by }: Pick<Consent, 'number' | 'at' | 'by'>) => ({
  number,
  at,
  ...(by.agency && { agency: by.agency }),
});

export const forbiddenTimeView = (time: ForbiddenTime, lang: Lang, edition: Edition) => ({
  ...headOf(time),
  code: wordsIn(lang, edition).labelled('forbiddenTimes', time.code),
  when: time.when,
});

export function wishView({ wish, ...part }: Wish, lang: Lang, edition: Edition) {
  const { labelled } = wordsIn(lang, edition);
  return {
    ...headOf(part),
    kind: labelled('visitWishes', wish.kind),
    ...(wish.kind === 'preferred-time' && { when: wish.when }),
    ...(wish.kind === 'known-worker' && { account: wish.account }),
    ...(wish.kind === 'interviewer-sex' && { sex: labelled('sexes', wish.sex) }),
  };
}

/** Whether it counts everybody at work sees; who it was only where the family's names are open. */
export function consentView(consent: Consent, said: Words, lang: Lang, edition: Edition) {
  const { labelled, reason } = wordsIn(lang, edition);
  return {
    ...headOf(consent),
    result: labelled('consentResults', consent.result),
    capacity: labelled('capacities', consent.capacity),
    valid: consent.valid,
    because: consent.because.map(reason),
    ...(said?.speaker && { by: said.speaker.name }),
    ...(said?.visitReason && { note: said.visitReason }),
  };
}

export const exceptionView = (one: Exception, said: Words, lang: Lang, edition: Edition) => ({
  ...headOf(one),
  code: wordsIn(lang, edition).labelled('visitExceptions', one.code),
  ...(said?.visitReason && { reason: said.visitReason }),
});
