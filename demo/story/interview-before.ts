import { getInterview, planInterview, recordConsent } from '../../shared/contract/interviews.ts';
import * as ready from '../../shared/contract/preparation.ts';
import * as questions from '../../shared/contract/topics.ts';
import * as visits from '../../shared/contract/visits.ts';
import { AgencyId, type InterviewId } from '../../shared/domain/ids.ts';
import { kept } from '../stage/answers.ts';
import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import { INTERVIEWER_OF, POLICE, PROSECUTOR, UNIT } from './interview-plan.ts';
import * as say from './interview-words.ts';
import type { Routed } from './referral.ts';

const AGENDA = ['safety-now', 'siblings', 'who', 'where', 'when', 'medical'];
/** What each agency needs to be asked; two of them need the same. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  [POLICE]: ['what-happened', 'who', 'when'],
  [PROSECUTOR]: ['what-happened', 'how-often', 'threats'],
  [UNIT]: ['safety-now'],
};

/** From the planning meeting until everything is prepared, told step by step. */
export function beforeIt(stage: Stage, visit: InterviewId) {
  const { tale, lang, desk } = stage;
  const path = { interviewId: visit };
  const call = (account: string) => stage.visits(account);
  const agency = (id: string) => AgencyId.parse(id);
  const plan = async () => kept(getInterview, await call(PROSECUTOR)(getInterview, { path }));

  return {
    planningIsHeld: () =>
      tale.step(INTERVIEWER_OF, say.planningIsHeld, async () => {
        const { version } = await plan();
        const chosen = kept(
          planInterview,
          await call(PROSECUTOR)(planInterview, {
            path,
            body: { legalForm: 'interview' },
            ifMatch: version,
          }),
        );
        const now = await stage.clock.now();
        const held = kept(
          visits.holdPlanning,
          await call(INTERVIEWER_OF)(visits.holdPlanning, {
            path,
            body: {
              heldAt: now.toString(),
              attendance: chosen.roles
                .filter(({ parts }) => parts.some(({ code }) => code === 'planning'))
                .map(({ role, agency: of }) => ({ role: role.code, agency: of })),
              agenda: AGENDA,
              decisions: [{ item: 'safety-now', note: say.notes.decision[lang] }],
              informs: { agency: agency(UNIT), person: person('giorgi', lang) },
            },
          }),
        );
        must(chosen.legalForm !== undefined, 'no legal form was chosen');
        return {
          form: chosen.legalForm.label,
          consequence: chosen.legalForm.consequence,
          agenda: held.agenda.map(({ label }) => label),
        };
      }),

    everybodyFiles: () =>
      tale.step(INTERVIEWER_OF, say.everybodyFiles, async () => {
        for (const [account, topics] of Object.entries(TOPICS)) {
          const body = {
            topics: topics.map((topic) =>
              account === POLICE && topic === 'who'
                ? { topic, question: say.notes.leading[lang] }
                : { topic },
            ),
          };
          await call(account)(questions.fileTopics, { path, body });
        }
        const merged = kept(
          questions.questionPlan,
          await call(INTERVIEWER_OF)(questions.questionPlan, { path }),
        );
        must(merged.missingFrom.length === 0, `missing: ${merged.missingFrom}`);
        const shared = merged.topics.find(({ topic }) => topic.code === 'what-happened');
        must(shared?.agencies.length === 2, 'what two agencies need is not joined');
        const leading = merged.topics.flatMap(({ questions }) =>
          questions.flatMap((one) => one.leading.map(({ label }) => label)),
        );
        must(leading.length > 0, 'a leading question was not flagged');
        return { topics: merged.topics.map(({ topic }) => topic.label), leading };
      }),

    centreKnowsNothing: ({ id }: Routed) =>
      tale.step(INTERVIEWER_OF, say.centreKnowsNothing, async () => {
        const child = kept(
          ready.childOfVisit,
          await call(INTERVIEWER_OF)(ready.childOfVisit, { path }),
        );
        const told = JSON.stringify([child, await desk(INTERVIEWER_OF).referral(id).catch(String)]);
        must(!/მეზობელი|დედამ არ იცის/.test(told), 'the interviewer was told the account');
        const proof = kept(ready.visibility, await call(UNIT)(ready.visibility, { path }));
        return { changes: proof.changes.length, reads: proof.reads.length };
      }),

    motherConsents: () =>
      tale.step(UNIT, say.motherConsents, async () => {
        const body = {
          result: 'given' as const,
          by: { name: 'მაია', phone: '+995 555 000 120' },
          capacity: 'legal-representative',
        };
        const consent = kept(recordConsent, await call(UNIT)(recordConsent, { path, body }));
        must(consent.valid, 'the consent does not count');
        return {};
      }),

    everythingIsPrepared: () =>
      tale.step(INTERVIEWER_OF, say.everythingIsPrepared, async () => {
        const request = { path };
        const list = kept(
          ready.preparation,
          await call(INTERVIEWER_OF)(ready.preparation, request),
        );
        for (const { code, required } of list.points) {
          const devices = code === 'recorders-tested' ? { devices: ['a-1', 'b-2'] } : {};
          const body = required ? { done: true as const, ...devices } : { notDone: 'not-needed' };
          await call(INTERVIEWER_OF)(ready.prepare, { path: { ...path, code }, body });
        }
        const after = kept(
          ready.preparation,
          await call(INTERVIEWER_OF)(ready.preparation, request),
        );
        must(after.ready, 'something is not prepared');
        return { points: after.points.filter(({ required }) => required).map((one) => one.label) };
      }),
  };
}
