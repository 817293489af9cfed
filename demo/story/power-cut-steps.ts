import { addTask } from '../../shared/contract/cases.ts';
import { listDeliveries } from '../../shared/contract/deliveries.ts';
import { publishRoster } from '../../shared/contract/duty.ts';
import { testEndpoint } from '../../shared/contract/endpoint-trials.ts';
import { AgencyId, type CaseId } from '../../shared/domain/ids.ts';
import type { MunicipalitySystem } from '../municipality/system.ts';
import { kept } from '../stage/answers.ts';
import { person } from '../stage/cast.ts';
import { phonebox } from '../stage/protection.ts';
import type { Stage } from '../stage/stage.ts';
import { must, until } from '../stage/until.ts';
import { UNIT } from './friday-steps.ts';
import * as say from './power-cut-words.ts';
import type { RoutedTask } from './referral.ts';

export const MUNICIPALITY = 'municipality-zestaponi';

const A_WEEK = 7 * 24;
const WEEKS = [0, 1, 2, 3];

/** Nothing of a child on any telephone. */
const TELLING = ['ნიკა', 'Nika', 'ბებია', 'ზესტაფონი', 'Zestaponi'];

/** What happens before and during the evening, told step by step. */
export function powerCutAt(stage: Stage) {
  const { tale, lang, label, localTime, visits } = stage;
  const call = visits(MUNICIPALITY);

  const rangSince = (before: number, isIt: (by: string) => boolean) =>
    until('the person on duty is told', async () => {
      const rang = (await phonebox(stage.hub)).slice(before);
      for (const { text } of rang) {
        must(!TELLING.some((word) => text.includes(word)), `a call that tells: ${text}`);
      }
      return rang.some(({ by }) => isIt(by)) ? rang : undefined;
    });
  const shown = (rang: Awaited<ReturnType<typeof phonebox>>) => ({
    rang: rang.map(({ by, to, text }) => ({
      by: label('ladderWays', by),
      to: to.join(', '),
      text,
    })),
  });

  return {
    /** A municipality need not answer at any hour; this one wants to. */
    dutyIsNamed: () =>
      tale.step(MUNICIPALITY, say.dutyIsNamed, async () => {
        const irakli = person('irakli', lang);
        const sopio = person('sopio', lang);
        const now = await stage.clock.now();
        const body = {
          people: [{ ...irakli, deputy: sopio, mail: 'irakli@municipality.example' }],
          shifts: WEEKS.map((week) => ({
            from: now.add({ hours: week * A_WEEK }).toString(),
            to: now.add({ hours: (week + 1) * A_WEEK }).toString(),
            person: 0,
          })),
        };
        const path = { agencyId: AgencyId.parse(MUNICIPALITY) };
        kept(publishRoster, await call(publishRoster, { path, body }));
        return { who: irakli.name };
      }),

    systemIsTested: ({ endpoint }: MunicipalitySystem) =>
      tale.step(MUNICIPALITY, say.systemIsTested, async () => {
        const path = { endpointId: endpoint };
        const sent = kept(testEndpoint, await call(testEndpoint, { path }));
        must(sent.arrived, `the test was answered ${sent.status}`);
        return sent;
      }),

    keyIsReplaced: (system: MunicipalitySystem) =>
      tale.step(MUNICIPALITY, say.keyIsReplaced, async () => ({ signing: await system.rotate() })),

    bothKeysSign: (system: MunicipalitySystem) =>
      tale.step(MUNICIPALITY, say.bothKeysSign, async () => {
        const signatures = system.verified.at(-1)?.signatures ?? 0;
        must(signatures === 2, `${signatures} signatures`);
        return { signatures };
      }),

    unitAsks: (caseId: CaseId): Promise<RoutedTask> =>
      tale.step(UNIT, say.unitAsks, async () => {
        const body = {
          kind: 'support-family',
          agency: AgencyId.parse(MUNICIPALITY),
          urgency: 'urgent' as const,
          note: say.notes.asked[lang],
        };
        const made = kept(addTask, await visits(UNIT)(addTask, { path: { caseId }, body }));
        const { id, kind, urgency, agency, deadline = '' } = made;
        const task = { task: id, kind, agency } as unknown as RoutedTask;
        const how = label('urgencies', urgency);
        return { ...task, work: kind.label, how, due: localTime(deadline) };
      }),

    systemDoesNotTake: ({ endpoint }: MunicipalitySystem, { task }: RoutedTask) =>
      tale.step('Ertad', say.systemDoesNotTake, () =>
        until('an attempt', async () => {
          const path = { endpointId: endpoint };
          const { items } = kept(listDeliveries, await call(listDeliveries, { path }));
          const about = items.find(({ subject }) => subject.id === task);
          if (!about || about.attempts.length === 0) return undefined;
          must(about.status === 'waiting', `the delivery is ${about.status}`);
          return {
            answers: about.attempts.map(({ status, error }) => String(status ?? error)),
            next: localTime(about.nextAttemptAt ?? ''),
          };
        }),
      ),

    personIsTold: (before: number) =>
      tale.step('Ertad', say.personIsTold, async () =>
        shown(await rangSince(before, (by) => by === 'sms')),
      ),

    personIsCalled: (before: number) =>
      tale.step('Ertad', say.personIsCalled, async () =>
        shown(await rangSince(before, (by) => by === 'call')),
      ),
  };
}
