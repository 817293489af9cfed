import { explainAccess } from '../../shared/contract/access.ts';
import { caseAccess } from '../../shared/contract/access-journal.ts';
import * as glass from '../../shared/contract/break-glass.ts';
import { getCase } from '../../shared/contract/cases.ts';
import { getReferral } from '../../shared/contract/referrals.ts';
import { previewReferral } from '../../shared/contract/sharing.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { kept, refusal } from '../stage/answers.ts';
import { phonebox } from '../stage/protection.ts';
import type { Stage } from '../stage/stage.ts';
import { must, until } from '../stage/until.ts';
import { rungSoFar, SCHOOL, UNIT } from './friday-steps.ts';
import type { Routed } from './referral.ts';
import type { whoKnowsForm } from './who-knows-form.ts';
import * as say from './who-knows-words.ts';

const POLICE = 'police-imereti';
const PATROL = 'person-zura-police-tbilisi';
const PATROL_AGENCY = 'police-tbilisi';
const REVIEWER = 'person-elene-oversight-national';
const OVERSIGHT = 'oversight-national';

/** Who looks, who is refused, and who answers for it, told step by step. */
export function whoKnowsAt(stage: Stage) {
  const { tale, lang } = stage;
  const as = stage.visits;

  return {
    schoolAsksFirst: (body: ReturnType<typeof whoKnowsForm>) =>
      tale.step(SCHOOL, say.schoolAsksFirst, async () => {
        const { agencies } = kept(previewReferral, await as(SCHOOL)(previewReferral, { body }));
        must(
          agencies.every(({ after }) => !after.groups.includes('reporter')),
          'the masked reporter would be shown',
        );
        return agencies.map(({ name, after }) => ({ name, groups: after.groups.length }));
      }),

    /** Why an account sees what it sees: the rules that decided, in words. */
    policeAskWhy: (record: CaseId) =>
      tale
        .step(POLICE, say.policeAskWhy, async () => {
          const query = { record, action: 'safety.read' as const };
          const said = kept(explainAccess, await as(POLICE)(explainAccess, { query }));
          const reporter = said.groups.find(({ group }) => group === 'reporter');
          const rule = reporter?.closedBy;
          must(rule !== undefined, 'no rule closed the reporter');
          return { rule: rule.rule, says: rule.says, opened: said.rules.map(({ says }) => says) };
        })
        .then(({ rule }) => rule),

    patrolIsRefused: (caseId: CaseId) =>
      tale.step(PATROL_AGENCY, say.patrolIsRefused, async () => {
        const problem = await refusal(as(PATROL)(getCase, { path: { caseId } }));
        must(problem.status === 404, `answered ${problem.status}`);
        return problem;
      }),

    /** Whoever breaks the glass reads at once; the lead hears of it at once. */
    patrolBreaksGlass: (record: CaseId, { receiptNumber }: Routed) =>
      tale
        .step(PATROL_AGENCY, say.patrolBreaksGlass, async () => {
          const asking = (reason: string) =>
            as(PATROL)(glass.breakGlass, { body: { record, reason } });
          const refused = await refusal(asking(say.notes.tooShort[lang]));
          const before = await rungSoFar(stage);
          const ticket = kept(glass.breakGlass, await asking(say.notes.reason[lang]));
          const rang = await until('the lead hears of it', async () => {
            const since = (await phonebox(stage.hub)).slice(before);
            return since.length > 0 ? since : undefined;
          });
          must(
            rang.every(({ text }) => !text.includes(say.notes.reason[lang].slice(0, 12))),
            'the telephone tells the reason',
          );
          const until_ = stage.localTime(ticket.until);
          return {
            ticket,
            refused: refused.title,
            until: until_,
            told: rang.length,
            receiptNumber,
          };
        })
        .then(({ ticket }) => ticket),

    patrolReads: (caseId: CaseId, { id: referralId }: Routed) =>
      tale.step(PATROL_AGENCY, say.patrolReads, async () => {
        kept(getCase, await as(PATROL)(getCase, { path: { caseId } }));
        const read = await as(PATROL)(getReferral, { path: { referralId } });
        const groups = Object.keys(kept(getReferral, read).details ?? {});
        must(groups.includes('identity'), 'the emergency opens nothing');
        must(!groups.includes('narrative') && !groups.includes('reporter'), 'it opens too much');
        return groups;
      }),

    leadEndsIt: (record: CaseId, { number, version }: { number: number; version: number }) =>
      tale.step(UNIT, say.leadEndsIt, async () => {
        const call = { path: { record, number }, ifMatch: version };
        const ended = kept(glass.revokeTicket, await as(UNIT)(glass.revokeTicket, call));
        const problem = await refusal(as(PATROL)(getCase, { path: { caseId: record } }));
        must(problem.status === 404, 'the ticket still opens');
        return ended.state;
      }),

    secondPersonReviews: (record: CaseId) =>
      tale
        .step(OVERSIGHT, say.secondPersonReviews, async () => {
          const path = { record, number: 1 };
          const { version } = kept(glass.getTicket, await as(REVIEWER)(glass.getTicket, { path }));
          const body = { finding: 'justified', reason: say.notes.review[lang] } as const;
          const call = { path, body, ifMatch: version };
          const { review } = kept(glass.reviewTicket, await as(REVIEWER)(glass.reviewTicket, call));
          must(review !== undefined, 'nobody has reviewed it');
          return review.finding;
        })
        .then(({ code }) => code),

    leadSeesWhoLooked: (caseId: CaseId) =>
      tale.step(UNIT, say.leadSeesWhoLooked, async () => {
        const call = { path: { caseId }, query: {} };
        const { items } = kept(caseAccess, await as(UNIT)(caseAccess, call));
        must(
          items.some(({ account, ticket }) => account === PATROL && ticket !== undefined),
          'the emergency look is not in the journal',
        );
        return items.map(({ at, agency, action, why, ticket }) => ({
          ...{ at: stage.localTime(at), agency: agency && stage.nameOf(agency), action },
          ...{ says: why?.says, glass: ticket !== undefined },
        }));
      }),
  };
}
