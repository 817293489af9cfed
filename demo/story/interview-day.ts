import { createHash } from 'node:crypto';
import { getInterview } from '../../shared/contract/interviews.ts';
import * as recordings from '../../shared/contract/recordings.ts';
import { questionPlan } from '../../shared/contract/topics.ts';
import * as visits from '../../shared/contract/visits.ts';
import { AgencyId, type InterviewId } from '../../shared/domain/ids.ts';
import { kept } from '../stage/answers.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import { INTERVIEWER_OF, PROSECUTOR } from './interview-plan.ts';
import * as say from './interview-words.ts';

/** The interview itself, and its recording, told step by step. */
export function dayAt(stage: Stage, visit: InterviewId) {
  const { tale, lang, localTime } = stage;
  const path = { interviewId: visit };
  const call = (account: string) => stage.visits(account);
  const agency = (id: string) => AgencyId.parse(id);
  const plan = async () => kept(getInterview, await call(PROSECUTOR)(getInterview, { path }));

  return {
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
        const merged = kept(questionPlan, await run(questionPlan, { path }));
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
  };
}
