import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { VisitChoices } from './choices.ts';
import type { Interview, LegalForm } from './interview.ts';
import { checkSite } from './site.ts';

/** What is asked of a plan: choices, and for those against the usual a written reason. */
export interface Chosen extends VisitChoices {
  readonly legalForm?: LegalForm | undefined;
  readonly reason?: string | undefined;
}

interface Choosing {
  readonly visit: Interview;
  readonly chosen: Chosen;
  readonly byKind: string;
  readonly excluded: readonly AgencyId[];
}

/** Choices that stand only with a written reason, by the exception they make. */
function exceptionsIn(
  { companion, interpreterFromNear, site }: Chosen,
  visit: Interview,
): string[] {
  return [
    ...(companion === 'refused' ? ['companion-refused'] : []),
    ...(interpreterFromNear ? ['interpreter-independence-waived'] : []),
    ...(site && site !== visit.site.agency ? ['other-site'] : []),
  ];
}

/** Whether this may be chosen, by whom, and which of it needs its reason on record. */
export function checkChoices({ visit, chosen, byKind, excluded }: Choosing, edition: Edition) {
  if (chosen.legalForm && byKind !== 'prosecutor') {
    throw new Refusal('prosecutor-chooses', [
      { pointer: '/legalForm', code: 'prosecutor-chooses' },
    ]);
  }
  const signed = visit.roles.some(({ role }) => role === 'sign-interpreter');
  if (signed && chosen.interpreter === 'screen') {
    throw new Refusal('sign-always-visible', [
      { pointer: '/interpreter', code: 'sign-always-visible' },
    ]);
  }
  if (chosen.site) checkSite(chosen.site, excluded, edition);
  const exceptions = exceptionsIn(chosen, visit);
  if (exceptions.length > 0 && !chosen.reason) {
    throw new Refusal('reason-missing', [{ pointer: '/reason', code: 'reason-missing' }]);
  }
  return exceptions;
}

/** The choices as they stand after these; what is not chosen again stays. */
export function chosenNow(before: VisitChoices, chosen: Chosen): VisitChoices {
  const { legalForm: _, reason: _reason, ...choices } = chosen;
  return { ...before, ...withoutAbsent(choices) };
}

const withoutAbsent = (choices: VisitChoices): VisitChoices =>
  Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
