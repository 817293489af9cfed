import type { FactsGiven } from '../../shared/contract/interviews.ts';
import { spanOf, VisitFacts } from '../../shared/domain/interview/facts.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { type Hindrance, Refusal } from '../../shared/domain/refusal.ts';

const DATED = [
  'arrestedAt',
  'chargedAt',
  'pressureToRetractAt',
  'fullAccountAt',
  'examinedAt',
] as const;

/** Nothing has happened that lies ahead, and every code is one of the pack's. */
export function checkFacts(given: FactsGiven, at: string, edition: Edition): void {
  const late = DATED.filter((name) => (given[name] ?? '') > at).map((name) =>
    wrong(`/${name}`, 'in-the-future'),
  );
  const incident = spanOf(given.lastIncidentAt, edition.calendar.zone);
  const ahead = incident && incident.from.epochMilliseconds > Date.parse(at);
  if (ahead) late.push(wrong('/lastIncidentAt', 'in-the-future'));
  if (late.length > 0) throw new Refusal('in-the-future', late);
  const unknown = [
    ...(given.needs ?? []).flatMap((code, place) =>
      edition.has('needs', code) ? [] : wrong(`/needs/${place}`, 'unknown-code'),
    ),
    ...(!given.interpreterLanguage || edition.has('languages', given.interpreterLanguage)
      ? []
      : [wrong('/interpreterLanguage', 'unknown-code')]),
  ];
  if (unknown.length > 0) throw new Refusal('unknown-code', unknown);
}

const wrong = (pointer: string, code: string): Hindrance => ({ pointer, code });

/**
 * The facts as they stand with these: what was said before stays where it is not said again. Parsed,
 * for a call that opens a visit says more than its facts, names among it, which are sealed instead.
 */
export function factsNow(before: VisitFacts, given: FactsGiven, at: string): VisitFacts {
  const { forensicOrder, ...rest } = given;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return VisitFacts.parse({
    ...before,
    ...said,
    ...(forensicOrder && { forensicOrder: { ...forensicOrder, at } }),
  });
}
