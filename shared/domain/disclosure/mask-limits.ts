import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import type { ReferralSubmission } from '../referral/submission.ts';
import { placeNamed } from '../routing/place.ts';
import { folded } from '../same-child/latin.ts';

/** Codes of the pack's next steps: by what a referrer who asked not to be recognised may be all the same. */
export type MaskLimit = 'mask-content-tells' | 'mask-only-one-here' | 'mask-place-tells';

/** Where the hub cannot hide who referred, and says so; nothing where it can. */
export function maskLimits(
  submission: ReferralSubmission,
  referrer: AgencyId,
  edition: Edition,
): MaskLimit[] {
  const place = placeNamed(submission, edition);
  return [
    ...(contentTells(submission, referrer, edition) ? ['mask-content-tells' as const] : []),
    ...(place && onlyOneHere(referrer, place, edition) ? ['mask-only-one-here' as const] : []),
    ...(place ? [] : ['mask-place-tells' as const]),
  ];
}

/** What is written is passed on as it is: nothing is cut out of what somebody said of a child. */
function contentTells(
  { reporter, ...sent }: ReferralSubmission,
  referrer: AgencyId,
  edition: Edition,
): boolean {
  const { onBehalfOf: _, ...read } = sent;
  const words = textsIn(read).flatMap(wordsOf);
  const { name } = edition.agency(referrer) ?? {};
  const named = wordsOf(reporter.name ?? '').some((word) => occurs(word, words));
  const told = [reporter.role, name?.ka, name?.en, referrer].some(
    (title) => title !== undefined && wordsOf(title).every((word) => occurs(word, words)),
  );
  return named || told;
}

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}'’]+/gu)?.map(folded) ?? [];

/** Georgian words end differently in every case: the stem is what stays. */
const STEM_LEAST = 4;
const occurs = (word: string, words: readonly string[]): boolean => {
  const stem = word.length > STEM_LEAST ? word.slice(0, -1) : word;
  return words.some((one) => (stem.length < STEM_LEAST ? one === word : one.startsWith(stem)));
};

/** The only agency of its kind that the place has; one for the region or the country does not count. */
function onlyOneHere(referrer: AgencyId, place: string, edition: Edition): boolean {
  const kind = edition.agency(referrer)?.kind;
  const here = edition.agencies.filter(
    (agency) => agency.kind === kind && agency.area.includes(place) && !agency.partOf,
  );
  return here.length === 1 && here[0]?.id === referrer;
}
