import { Temporal } from 'temporal-polyfill';
import type { sendNotice as contract } from '../../shared/contract/family.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { noticeView } from '../../shared/domain/disclosure/family-view.ts';
import { oweNotice } from '../../shared/domain/family/decide.ts';
import { Notice } from '../../shared/domain/family/parts.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { familyOf, householdOf } from '../../shared/store/family-facts.ts';
import type { Made } from '../../shared/store/journal.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;
type Call = Parameters<UseCase<typeof contract>>[0];
type Sending = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/**
 * A notice to the family: owed to a safe contact the lead has confirmed, or refused with the rule
 * that shields the household. It is the one way by which anything is meant for a family.
 */
export const sendNotice =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, policy, now } = deps;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'notice.send' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await owed(deps, read, { body, by: principal, once }));
    const notice = await records.part('notice', Notice, { kind: 'case', id }, Number(made.number));
    const edition = policy.at(Temporal.Instant.from(now()));
    return { status: 201, body: noticeView(notice, lang, edition) };
  };

async function owed(deps: Deps, read: ReadCase, { body, by, once }: Sending): Promise<Made> {
  const { records, journal, policy, now, bytes } = deps;
  const of = { kind: 'case' as const, id: read.case.id };
  const [family, notices] = await Promise.all([
    familyOf(deps, read.case),
    records.parts('notice', Notice, of),
  ]);
  const at = now();
  const number = nextNumber(notices);
  const notice = {
    what: 'notice' as const,
    of,
    number,
    version: 1,
    file: read.case.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    kind: body.kind,
    language: body.language,
    state: 'owed' as const,
  };
  const household = householdOf(family);
  const call = { case: read.case, by, at, event: newEventId(bytes), household, notice };
  const edition = policy.at(Temporal.Instant.from(at));
  const decision = oweNotice({ ...call, contact: body.contact }, edition);
  const made = { number: String(number) };
  const earlier = await journal.commit(decision, { by, once, made });
  return earlier ?? made;
}
