import { Temporal } from 'temporal-polyfill';
import type {
  childInformation as informing,
  absenceNote as noting,
} from '../../shared/contract/preparation.ts';
import { localDate } from '../../shared/domain/calendar/days.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { readVisit, type VisitDeps } from './visit.ts';

interface Texts {
  readonly lang: string;
  readonly text: string;
}

/** The text in the language asked for, or the first one with the note that it stands in. */
function textIn(texts: readonly Texts[], wanted: string) {
  const own = texts.find(({ lang }) => lang === wanted);
  const found = own ?? texts[0];
  if (!found) throw new Error('the pack has no text');
  return { lang: found.lang, text: found.text, instead: own === undefined };
}

/** A note for the school that says neither why nor where: a date, and that the absence is excused. */
export const absenceNote =
  (deps: VisitDeps): UseCase<typeof noting> =>
  async ({ path, query, principal, lang }) => {
    const { table, policy, now } = deps;
    const id = path.interviewId;
    const { interview } = await readVisit(deps, { id, by: principal, action: 'visit.read' });
    if (!('booking' in interview)) throw new Refusal('visit-not-booked');
    const { start } = await interviews(table).booking(id, interview.booking);
    const edition = policy.at(Temporal.Instant.from(now()));
    const day = localDate(edition.calendar, Temporal.Instant.from(start)).toString();
    const note = textIn(edition.visit.texts.absence, query.lang ?? lang);
    return { status: 200, body: { ...note, text: note.text.replace('{date}', day) } };
  };

/** What will happen, for the child itself. */
export const childInformation =
  (deps: VisitDeps): UseCase<typeof informing> =>
  async ({ path, query, principal }) => {
    const { policy, now } = deps;
    const id = path.interviewId;
    const { interview } = await readVisit(deps, { id, by: principal, action: 'visit.read' });
    const { texts } = policy.at(Temporal.Instant.from(now())).visit;
    return { status: 200, body: textIn(texts.child, query.lang ?? interview.language) };
  };
