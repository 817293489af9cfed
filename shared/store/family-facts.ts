import type { Case } from '../domain/case/case.ts';
import type { AllegedPerson, Household } from '../domain/family/household.ts';
import {
  AllegedPerpetratorPart,
  Conflict,
  SafeContactPart,
  Speaker,
} from '../domain/family/parts.ts';
import { Addition } from '../domain/referral/addition-submission.ts';
import type { Details } from '../domain/referral/groups.ts';
import type { Referral } from '../domain/referral/referral.ts';
import type { Records, sealing } from './records.ts';

interface Read {
  readonly records: Pick<Records, 'referralsOf' | 'referral' | 'parts'>;
  readonly sealing: Pick<ReturnType<typeof sealing>, 'forHub'>;
}
type Said = Details['concern']['allegedPerpetrators'][number];

/** A report of the case with what it says of alleged perpetrators, opened for the decision alone. */
export interface Report {
  readonly referral: Referral;
  readonly perpetrators: readonly Said[];
  /** Those that news to the report brought, each with when. */
  readonly added: readonly { readonly said: Said; readonly at: string }[];
  readonly onBehalfOf: Details['reporter']['onBehalfOf'];
}

export interface Family {
  readonly reports: readonly Report[];
  readonly named: readonly AllegedPerpetratorPart[];
  readonly speakers: readonly Speaker[];
  readonly contacts: readonly SafeContactPart[];
  readonly conflicts: readonly Conflict[];
}

/**
 * All that decides who is shut out of a case and who of the family may be reached. Read after the
 * case itself: whatever comes in between has changed the version of the case.
 */
export async function familyOf(
  { records, sealing }: Read,
  { id }: Pick<Case, 'id'>,
): Promise<Family> {
  const of = { kind: 'case', id } as const;
  const referrals = await records.referralsOf(id);
  const reportOf = async (one: Referral['id']): Promise<Report> => {
    const referral = await records.referral(one);
    const { concern, reporter } = await sealing.forHub(referral, 'know-accused');
    const perpetrators = concern?.allegedPerpetrators ?? [];
    const added = await addedTo({ records, sealing }, referral);
    return { referral, perpetrators, added, onBehalfOf: reporter?.onBehalfOf };
  };
  const [reports, named, speakers, contacts, conflicts] = await Promise.all([
    Promise.all(referrals.map(reportOf)),
    records.parts('alleged-perpetrator', AllegedPerpetratorPart, of),
    records.parts('speaker', Speaker, of),
    records.parts('safe-contact', SafeContactPart, of),
    records.parts('conflict', Conflict, of),
  ]);
  return { reports, named, speakers, contacts, conflicts };
}

async function addedTo({ records, sealing }: Read, { id }: Referral): Promise<Report['added']> {
  const additions = await records.parts('addition', Addition, { kind: 'referral', id });
  const each = await Promise.all(
    additions.map(async (addition) => {
      const { concern } = await sealing.forHub(addition, 'know-accused');
      const all = concern?.allegedPerpetrators ?? [];
      return all.map((said) => ({ said, at: addition.at }));
    }),
  );
  return each.flat();
}

/** Entries of the report that no later part has corrected. */
export const uncorrected = (
  { referral, perpetrators }: Report,
  named: readonly AllegedPerpetratorPart[],
) =>
  perpetrators.filter(
    (_, index) =>
      !named.some(({ corrects }) => corrects?.referral === referral.id && corrects.index === index),
  );

/** The facts the shield looks at; no alleged perpetrator known at all means one who may live there. */
export function householdOf({ reports, named, speakers, contacts }: Family): Household {
  const reported = reports.flatMap((report): AllegedPerson[] => [
    ...uncorrected(report, named).map(({ livesWithChild }) => ({
      livesWithChild,
      namedAt: report.referral.submittedAt,
    })),
    ...report.added.map(({ said, at }) => ({ livesWithChild: said.livesWithChild, namedAt: at })),
  ]);
  const all: AllegedPerson[] = [
    ...reported,
    ...named.map(({ livesWithChild, namedAt }) => ({ livesWithChild, namedAt })),
  ];
  const unknown: AllegedPerson = {
    livesWithChild: 'unknown',
    namedAt: reports[0]?.referral.submittedAt ?? '',
  };
  return {
    perpetrators: all.length > 0 ? all : [unknown],
    speakers,
    contacts: contacts.map((contact) => ({ ...contact, withdrawn: Boolean(contact.withdrawnAt) })),
  };
}
