import type * as z from 'zod';
import * as calendars from '../../shared/contract/calendars.ts';
import { askFurther } from '../../shared/contract/further.ts';
import type { InterviewView } from '../../shared/contract/interview-view.ts';
import { openInterview } from '../../shared/contract/interviews.ts';
import type { CaseId, InterviewId } from '../../shared/domain/ids.ts';
import { kept, refusal } from '../stage/answers.ts';
import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must, until } from '../stage/until.ts';
import type { Booked } from './interview-booking.ts';
import * as say from './interview-words.ts';

export const SCHOOL = 'school-zestaponi';
export const UNIT = 'agency-imereti';
export const POLICE = 'police-imereti';
export const PROSECUTOR = 'prosecutor-imereti';
export const INTERVIEWER_OF = 'centre-kutaisi';

export type Plan = z.output<typeof InterviewView>;

/** What is asked for, computed, and refused around the one interview, told step by step. */
export function planAt(stage: Stage) {
  const { tale, protection, visits, lang, localTime, nameOf } = stage;

  return {
    childIsSeen: (opened: CaseId) =>
      tale.step(UNIT, say.childIsSeen, async () => {
        const now = await stage.clock.now();
        const decision = await protection(UNIT).decide(opened, {
          childSeenAt: now.subtract({ minutes: 30 }).toString(),
          seenBy: { name: person('giorgi', lang).name },
          seenAlone: 'yes',
          where: 'school',
          sleepsTonight: 'home-with-plan',
          measures: [{ kind: 'separation', against: 'მეზობელი' }],
          siblingsChecked: 'none',
          reviewBy: now.add({ hours: 100 }).toString(),
          reason: say.notes.seen[lang],
        });
        must(decision.current, 'the decision does not count');
        return {
          sleeps: decision.sleepsTonight?.label ?? '',
          review: localTime(decision.reviewBy),
        };
      }),

    motherSpeaks: (opened: CaseId) =>
      tale.step(UNIT, say.motherSpeaks, async () => {
        await protection(UNIT).speaks(opened, {
          person: { name: 'მაია' },
          capacity: 'legal-representative',
          accused: 'no',
          sharesHousehold: 'no',
          dependsOnAccused: 'no',
          reason: say.notes.speaker[lang],
        });
        return {};
      }),

    policeOpens: (opened: CaseId): Promise<Plan> =>
      tale
        .step(POLICE, say.policeOpens, async () => {
          const request = {
            path: { caseId: opened },
            body: {
              interviewerSex: 'female' as const,
              forbiddenTimes: [
                { code: 'school-exam', when: { daily: { from: '09:00', to: '10:30' } } },
              ],
              wishes: [
                {
                  kind: 'known-worker' as const,
                  account: 'person-giorgi-agency-imereti',
                },
              ],
            },
          };
          const plan = kept(openInterview, await visits(POLICE)(openInterview, request));
          must(plan.status.code === 'planning', `the visit is ${plan.status.code}`);
          must(plan.deadline.reasons.length > 0, 'the deadline has no reasons');
          const { deadline, site, parts, roles } = plan;
          return {
            plan,
            due: localTime(deadline.dueAt),
            because: deadline.reasons.map(({ label }) => label),
            site: nameOf(site.agency),
            parts: parts.map(({ part, minutes }) => `${part.label} ${minutes}′`),
            roles: roles
              .filter(({ required }) => required)
              .map(({ role, agency }) => `${role.label} (${nameOf(agency)})`),
          };
        })
        .then(({ plan }) => plan),

    /** Another agency asks for the same child at the same time. */
    secondIsRefused: (opened: CaseId) =>
      tale.step(UNIT, say.secondIsRefused, async () => {
        const request = { path: { caseId: opened }, body: {} };
        const problem = await refusal(visits(UNIT)(openInterview, request));
        must(problem.type.endsWith('interview-active'), `refused as ${problem.type}`);
        return { title: problem.title, instead: problem.detail ?? '' };
      }),

    /** The interviewer's calendar, read by whoever has its address. */
    calendarSaysNothing: (visit: InterviewId, { interviewer }: Booked) =>
      tale.step(INTERVIEWER_OF, say.calendarSaysNothing, async () => {
        const call = visits(INTERVIEWER_OF);
        const request = { path: { resourceId: interviewer } };
        const { path } = kept(calendars.openCalendar, await call(calendars.openCalendar, request));
        const file = await until('the visit in the calendar', async () => {
          const text = await (await fetch(`${stage.hub}${path}`)).text();
          return text.includes(visit) ? text : undefined;
        });
        must(!/ელენე|Elene|ზესტაფონი|Zestaponi/.test(file), 'the calendar tells of a child');
        const shown = file.match(/^(SUMMARY|LOCATION|STATUS):.*$/gm) ?? [];
        return { shown: shown.map((line) => line.trim()) };
      }),

    /** It was held: nobody asks the child again without a new reason. */
    onceIsEnough: (opened: CaseId, visit: InterviewId): Promise<string> =>
      tale
        .step(POLICE, say.onceIsEnough, async () => {
          const again = { path: { caseId: opened }, body: {} };
          const used = await refusal(visits(POLICE)(openInterview, again));
          must(used.type.endsWith('interview-used'), `refused as ${used.type}`);
          const further = {
            path: { caseId: opened },
            body: {
              need: 'topic-not-covered',
              necessity: say.notes.necessity[lang],
              topics: [{ topic: 'what-happened' }],
            },
          };
          const covered = await refusal(visits(POLICE)(askFurther, further));
          must(covered.type.endsWith('topic-covered-already'), `refused as ${covered.type}`);
          must(visit !== undefined, 'there was no visit');
          const said = ({ title, detail = '' }: typeof used) => ({ title, instead: detail });
          return { used: said(used), covered: said(covered) };
        })
        .then(({ used }) => used.title),
  };
}
