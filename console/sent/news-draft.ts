import type * as z from 'zod';
import type { AdditionSubmission } from '../../shared/domain/referral/addition-submission.ts';
import { nextAt } from '../words/moments.ts';

type Body = z.input<typeof AdditionSubmission>;

/** News of a child as it is written; empty is not stated. It lives in memory and nowhere else. */
export interface News {
  readonly narrative: string;
  readonly danger: NonNullable<Body['immediateDanger']> | undefined;
  readonly injury: NonNullable<Body['injuryVisible']> | undefined;
  readonly where: string;
  readonly until: string;
  readonly childsWords: string;
  readonly forms: readonly string[];
  readonly caller: string;
  readonly phone: string;
}

export const EMPTY_NEWS: News = {
  narrative: '',
  danger: undefined,
  injury: undefined,
  where: '',
  until: '',
  childsWords: '',
  forms: [],
  caller: '',
  phone: '',
};

/** Nothing to add without a sentence. */
export const isWritten = ({ narrative }: News): boolean => narrative.trim() !== '';

export function newsBody(news: News, now: Date): Body {
  const [where, words] = [news.where.trim(), news.childsWords.trim()];
  const [caller, phone] = [news.caller.trim(), news.phone.trim()];
  const childNow = { where, ...(news.until && { until: nextAt(news.until, now) }) };
  return {
    narrative: news.narrative.trim(),
    // Somebody called, and this is what they said.
    channel: caller || phone ? 'phone' : 'form',
    ...(news.danger && { immediateDanger: news.danger }),
    ...(news.injury && { injuryVisible: news.injury }),
    ...(where && { child: { whereabouts: { childNow } } }),
    ...(words && { childsOwnWords: words }),
    ...(news.forms.length > 0 && { forms: [...news.forms] }),
    ...((caller || phone) && {
      reporter: { mode: 'named', ...(caller && { name: caller }), ...(phone && { phone }) },
    }),
  };
}
