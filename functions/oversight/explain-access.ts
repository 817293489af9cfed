import { Temporal } from 'temporal-polyfill';
import type { explainAccess as contract } from '../../shared/contract/access.ts';
import { isRead, type RecordAction, recordActions } from '../../shared/domain/access/actions.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { AccessSubject } from '../../shared/domain/access/subject.ts';
import { accessView } from '../../shared/domain/disclosure/access-view.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { access as engine, may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { interviewFacts } from '../../shared/platform/read-interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { caseFacts, referralFacts, taskFacts } from '../../shared/store/access-facts.ts';
import { interviews } from '../../shared/store/interviews.ts';

type Deps = Pick<VaultedStore, 'records' | 'members' | 'table' | 'access' | 'policy' | 'now'>;
type Asked = Parameters<UseCase<typeof contract>>[0]['query']['record'];

/** Why an account may or may not do this with this record, by the rules that decide it. */
export const explainAccess =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ query, principal, lang }) => {
    const { access, policy, now } = deps;
    const { record, action, account = principal.sub } = query;
    const permit = may(principal, 'access.explain', { account });
    const whose = account === principal.sub ? principal : await deps.members.find(account);
    if (!whose) throw new Refusal('not-found');
    const at = now();
    const facts = { ...(await factsOf(deps, record, whose)), at };
    // Whoever may only ask of itself learns nothing of a record that it may not read at all.
    const ofAnybody = engine.judge(principal, 'access.explain', {}).allowed;
    if (!ofAnybody && !readsAnyOf(principal, facts)) throw new Refusal('not-found');
    await access.read({ action: 'access.explain', by: principal, subject: record, permit, at });
    const judged = engine.judge(whose, action, facts);
    const explained = { principal: whose, action, record: record.id, judged };
    const edition = policy.at(Temporal.Instant.from(at));
    return { status: 200, body: accessView(explained, lang, edition) };
  };

/** What the rules decide about a record, as it stands, for one account. */
export async function factsOf(
  { records, table }: Pick<Deps, 'records' | 'table'>,
  asked: Asked,
  by: Principal,
): Promise<AccessSubject> {
  switch (asked.kind) {
    case 'referral':
      return (await referralFacts(records, asked.id, by)).subject;
    case 'case':
      return (await caseFacts(records, asked.id, by)).subject;
    case 'task':
      return (await taskFacts(records, asked.id, by)).subject;
    case 'interview':
      return (await interviewFacts({ records, interviews: interviews(table) }, asked.id, by))
        .subject;
  }
}

const READS = recordActions.filter(isRead);

/** Whether there is anything of this record that one may read, beside what is open of any. */
const readsAnyOf = (principal: Principal, facts: AccessSubject): boolean =>
  READS.some((action) => opens(principal, action, facts));

/** It is open because of this record, and not whatever one asks about. */
export const opens = (principal: Principal, action: RecordAction, facts: AccessSubject): boolean =>
  engine.judge(principal, action, facts).allowed && !engine.judge(principal, action, {}).allowed;
