import { createHash } from 'node:crypto';
import type * as z from 'zod';
import * as aftercare from '../../shared/contract/aftercare.ts';
import { getInterview, planInterview, recordConsent } from '../../shared/contract/interviews.ts';
import * as recordings from '../../shared/contract/recordings.ts';
import * as visits from '../../shared/contract/visits.ts';
import { AgencyId, type CaseId, type InterviewId } from '../../shared/domain/ids.ts';
import { kept } from '../stage/answers.ts';
import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import { INTERVIEWER_OF, POLICE, PROSECUTOR, UNIT } from './interview-plan.ts';
import * as say from './interview-words.ts';
import type { Routed } from './referral.ts';

interface Day {
  readonly visit: InterviewId;
  readonly opened: CaseId;
}

const AGENDA = ['safety-now', 'siblings', 'who', 'where', 'when', 'medical'];
type Care = z.input<(typeof aftercare.recordCare)['body'] & z.ZodType>;

/** What each agency needs to be asked; two of them need the same. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  [POLICE]: ['what-happened', 'who', 'when'],
  [PROSECUTOR]: ['what-happened', 'how-often', 'threats'],
  [UNIT]: ['safety-now'],
};

/** From the planning meeting to the first therapy, told step by step. */
export function dayAt(stage: Stage, { visit, opened }: Day) {
  const { tale, lang, localTime, protection, desk } = stage;
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
          await call(account)(visits.fileTopics, { path, body });
        }
        const merged = kept(
          visits.questionPlan,
          await call(INTERVIEWER_OF)(visits.questionPlan, { path }),
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
          visits.childOfVisit,
          await call(INTERVIEWER_OF)(visits.childOfVisit, { path }),
        );
        const told = JSON.stringify([child, await desk(INTERVIEWER_OF).referral(id).catch(String)]);
        must(!/მეზობელი|დედამ არ იცის/.test(told), 'the interviewer was told the account');
        const proof = kept(visits.visibility, await call(UNIT)(visits.visibility, { path }));
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
          visits.preparation,
          await call(INTERVIEWER_OF)(visits.preparation, request),
        );
        for (const { code, required } of list.points) {
          const devices = code === 'recorders-tested' ? { devices: ['a-1', 'b-2'] } : {};
          const body = required ? { done: true as const, ...devices } : { notDone: 'not-needed' };
          await call(INTERVIEWER_OF)(visits.prepare, { path: { ...path, code }, body });
        }
        const after = kept(
          visits.preparation,
          await call(INTERVIEWER_OF)(visits.preparation, request),
        );
        must(after.ready, 'something is not prepared');
        return { points: after.points.filter(({ required }) => required).map((one) => one.label) };
      }),

    interviewIsHeld: () =>
      tale.step(INTERVIEWER_OF, say.interviewIsHeld, async () => {
        const { roles } = await plan();
        const run = call(INTERVIEWER_OF);
        const present = roles
          .filter(({ required, parts }) => required && parts.some((p) => p.code === 'interview'))
          .map(({ role, agency: of }) => ({ role: role.code, agency: of }));
        await run(visits.startVisit, { path, body: { present } });
        await stage.later('PT25M');
        await run(visits.visitBreak, { path, body: { begin: true, collectsQuestions: true } });
        await stage.later('PT10M');
        await run(visits.visitBreak, { path, body: { end: true } });
        await stage.later('PT10M');
        const merged = kept(visits.questionPlan, await run(visits.questionPlan, { path }));
        const numbers = merged.topics.flatMap(({ topic, questions }) =>
          questions.flatMap(({ filings }) =>
            filings.map(({ number }) => ({ number, topic: topic.code })),
          ),
        );
        const open = numbers.filter(({ topic }) => topic === 'threats');
        const day = kept(
          visits.endVisit,
          await run(visits.endVisit, {
            path,
            body: {
              result: 'completed',
              covered: numbers.filter((one) => !open.includes(one)).map(({ number }) => number),
              notAsked: open.map(({ number }) => ({ number, reason: 'no-ground' })),
            },
          }),
        );
        const [session] = day.sessions;
        must(session?.result?.code === 'completed', 'the interview was not completed');
        return { from: localTime(session.startedAt), present: present.length };
      }),

    recordingIsFiled: () =>
      tale.step(INTERVIEWER_OF, say.recordingIsFiled, async () => {
        const sha256 = createHash('sha256').update('a recording of the demo').digest('hex');
        const run = call(INTERVIEWER_OF);
        for (const content of ['original', 'sealed-copy']) {
          const body = {
            ...{ content, sha256, seconds: 2100, device: 'a-1' },
            holder: agency(content === 'original' ? INTERVIEWER_OF : PROSECUTOR),
            place: say.notes.safe[lang],
          };
          await run(recordings.fileRecording, { path, body });
        }
        await run(recordings.useRecording, {
          path: { ...path, number: 1 },
          body: { use: 'view', who: agency(PROSECUTOR), purpose: 'prosecution' },
        });
        const check = kept(recordings.checkLedger, await run(recordings.checkLedger, { path }));
        must(check.whole && check.entries === 3, 'the ledger is not whole');
        return { entries: check.entries, sha256: sha256.slice(0, 12) };
      }),

    childLeaves: () =>
      tale.step(INTERVIEWER_OF, say.childLeaves, async () => {
        const now = await stage.clock.now();
        await protection(UNIT).decide(opened, {
          childSeenAt: now.subtract({ minutes: 5 }).toString(),
          seenBy: { name: person('giorgi', lang).name },
          seenAlone: 'yes',
          where: 'other',
          sleepsTonight: 'home-with-plan',
          measures: [{ kind: 'separation', against: 'მეზობელი' }],
          siblingsChecked: 'none',
          reviewBy: now.add({ hours: 100 }).toString(),
          reason: say.notes.renewed[lang],
        });
        const record = (body: Care) => call(INTERVIEWER_OF)(aftercare.recordCare, { path, body });
        await record({ code: 'self-harm-screen', state: 'done', result: 'no-risk' });
        await record({
          code: 'named-contact',
          state: 'done',
          person: { name: person('natia', lang).name, phone: person('natia', lang).phone },
        });
        const left = kept(
          aftercare.endDeparture,
          await call(INTERVIEWER_OF)(aftercare.endDeparture, { path, body: {} }),
        );
        must(left.leftAt !== undefined && left.owed.length > 0, 'nobody calls the child');
        return {
          owed: left.owed.map(({ clock, dueAt }) => `${clock.label}: ${localTime(dueAt)}`),
        };
      }),

    therapyIsOffered: () =>
      tale.step(INTERVIEWER_OF, say.therapyIsOffered, async () => {
        const run = call(INTERVIEWER_OF);
        const record = (code: string, state: 'done' | 'offered' | 'accepted' | 'started') =>
          run(aftercare.recordCare, { path, body: { code, state } });
        await record('contact-first-day', 'done');
        await record('therapy', 'offered');
        await record('therapy', 'accepted');
        await record('therapy', 'started');
        await record('therapy-family', 'offered');
        const { items } = kept(aftercare.aftercare, await run(aftercare.aftercare, { path }));
        return { lines: items.map(({ item, state }) => `${item.label}: ${state.label}`) };
      }),

    everyAgencyIsAnswered: (): Promise<string> =>
      tale
        .step(POLICE, say.everyAgencyIsAnswered, async () => {
          const outcome = kept(
            aftercare.visitOutcome,
            await call(POLICE)(aftercare.visitOutcome, { path }),
          );
          must(outcome.result?.code === 'completed', 'the result is not told');
          return {
            result: outcome.result.label,
            topics: outcome.topics.map(({ topic, state }) => `${topic.label}: ${state}`),
            recordings: outcome.recordings.length,
          };
        })
        .then(({ result }) => result),
  };
}
