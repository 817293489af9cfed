import { isOneOf } from '../family/named.ts';
import { sealedTo } from '../protection/marks.ts';
import { isMissing } from '../sharing/permitted.ts';
import { remaining } from './denial.ts';
import { isPerson, type Principal } from './principal.ts';
import { relationsOf } from './relations.ts';
import type { AccessSubject } from './subject.ts';

/** Whose people interview the child: they must not know the account beforehand. */
export const interviewsChildren = ({ kind }: Pick<Principal, 'kind'>): boolean =>
  kind === 'child-centre';

/**
 * What the rules know of who asks and of what is asked for, by the names of the schema
 * (ertad.cedarschema). Relations and states, never content.
 */
export const accessRequest = (principal: Principal, asked: AccessSubject) => {
  const subject = remaining(principal, asked);
  return {
    account: { kind: principal.kind, roles: [...principal.roles], person: isPerson(principal) },
    record: {
      relations: [...relationsOf(principal, subject)],
      kind: subject.kind ?? '',
      reporter: subject.reporterMode ?? '',
      takenOn: subject.takenOn ?? false,
      informedOnly: subject.informedOnly ?? false,
      ofAnAgency: subject.ofAgency !== undefined,
      // Before the interview has ended, or the plan permits it, its side reads no account of anybody.
      walled: interviewsChildren(principal) && !subject.opened?.includes('narrative'),
      // What is sealed, and an address, stay closed however little else is left of the record.
      sealed: [...sealedTo(principal.kind, asked.marks ?? {})],
      addressProtected: asked.marks?.addressProtected ?? false,
      openWork: [
        ...new Set(
          (subject.openWork ?? [])
            .filter(({ agency }) => agency === principal.agency)
            .map(({ kind }) => kind),
        ),
      ],
      basisMissing: lacksBasis(principal, asked),
      conflict:
        (asked.conflicted?.includes(principal.sub) ?? false) || isOneOf(principal, asked.named),
      excluded: asked.excluded?.includes(principal.agency) ?? false,
      ticket: asked.ticket !== undefined,
    },
  };
};

/** Only with a consent, and there is none at this instant. */
const lacksBasis = ({ agency }: Principal, { onConsent, at }: AccessSubject): boolean =>
  onConsent?.some((one) => one.agency === agency && isMissing(one, at)) ?? false;

export type AccessRequest = ReturnType<typeof accessRequest>;
