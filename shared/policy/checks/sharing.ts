import { AgencyKind } from '../../domain/directory/agency.ts';
import { ReferralKind } from '../../domain/referral/kind.ts';
import { fits, type Sharing } from '../../domain/sharing/basis.ts';
import { type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Every sharing has a basis in law, and protection of a child never rests on consent. */
export function checkSharing(pack: Pack): readonly Problem[] {
  const at = (path: string, says: string) => problem('sharing.json', path, says);
  const { sharing, legalBases, codeLists } = pack;
  const { lists } = codeLists;
  const known = (list: keyof typeof lists, codes: readonly string[], path: string): Problem[] =>
    codes
      .filter((code) => !Object.hasOwn(lists[list], code))
      .map((code) => at(path, `${code} is not in the code list ${list}`));
  const instead = sharing.rules.flatMap(({ notAsked }) => Object.entries(notAsked ?? {}));
  const laws = [...sharing.rules, ...instead.map(([, one]) => one)].map(({ law }) => law);
  return [
    ...known('sharingPurposes', Object.values(sharing.purposes), 'purposes'),
    ...known(
      'consentGivers',
      sharing.consent.givers.flatMap(({ from }) => from),
      'consent.givers',
    ),
    ...known(
      'consentNotAskedReasons',
      instead.map(([code]) => code),
      'rules',
    ),
    ...laws
      .filter((law) => !Object.hasOwn(legalBases, law))
      .map((law) => at('rules', `the pack has no legal basis ${law}`)),
    ...(sharing.consent.givers[0]?.fromYears === 0
      ? []
      : [at('consent.givers', 'begins at birth')]),
    ...everySharing(pack).flatMap((one) =>
      basisProblems(one, pack).map((says) => at('rules', says)),
    ),
  ];
}

const everySharing = ({ sharing }: Pack): Sharing[] =>
  ReferralKind.options.flatMap((kind) =>
    [true, false].flatMap((inCase) =>
      Object.values(sharing.purposes).flatMap((purpose) =>
        AgencyKind.options.map((recipient) => ({ kind, inCase, purpose, recipient })),
      ),
    ),
  );

function basisProblems(one: Sharing, { sharing }: Pack): string[] {
  const rule = sharing.rules.find((each) => fits(each, one));
  const what = `${one.kind}, ${one.purpose}, ${one.recipient}`;
  if (!rule) return [`nothing is said of ${what}`];
  const protects = one.kind === 'violence' || one.inCase;
  return protects && rule.basis === 'consent' ? [`${what}: protection rests on consent`] : [];
}
