import type * as z from 'zod';
import * as aftercare from '../../shared/contract/aftercare.ts';
import type { CaseId, InterviewId } from '../../shared/domain/ids.ts';
import { kept } from '../stage/answers.ts';
import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import { INTERVIEWER_OF, POLICE, UNIT } from './interview-plan.ts';
import * as say from './interview-words.ts';

interface After {
  readonly visit: InterviewId;
  readonly opened: CaseId;
}

type Care = z.input<(typeof aftercare.recordCare)['body'] & z.ZodType>;

/** From the child's leaving to the first therapy, told step by step. */
export function afterIt(stage: Stage, { visit, opened }: After) {
  const { tale, lang, localTime, protection } = stage;
  const path = { interviewId: visit };
  const call = (account: string) => stage.visits(account);

  return {
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
          owed: left.owed.map(
            ({ clock, item, dueAt }) =>
              `${item ? `${item.label}, ` : ''}${clock.label}: ${localTime(dueAt)}`,
          ),
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
