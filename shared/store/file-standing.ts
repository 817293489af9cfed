import type { Referral } from '../domain/referral/referral.ts';
import type { Standing } from '../domain/retention/erase.ts';
import { Hold } from '../domain/retention/hold.ts';
import { Retention } from '../domain/retention/retention.ts';
import { familyOf } from './family.ts';
import type { Records } from './records.ts';

type Read = Pick<Records, 'case' | 'parts'>;

/** What decides whether a file may be erased, and what is counted for it; read after its referral. */
export async function fileStanding(
  records: Read,
  referral: Referral,
): Promise<Standing & { readonly retention: Retention | undefined }> {
  const of = { kind: 'referral', id: referral.id } as const;
  const caseId = referral.status === 'submitted' ? undefined : referral.case;
  const [cases, holds, [retention]] = await Promise.all([
    caseId ? records.case(caseId).then((own) => familyOf(records, own)) : [],
    records.parts('hold', Hold, of),
    records.parts('retention', Retention, of),
  ]);
  return { referral, cases, holds, retention };
}
