import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { reconcileFeed } from '../../shared/contract/feed.ts';
import { confirmRecall, listOpenRecalls, listRecalls } from '../../shared/contract/recalls.ts';
import { withdrawReferral } from '../../shared/contract/referrals.ts';
import { serviceRecord } from '../../shared/contract/service-record.ts';
import { localDate } from '../../shared/domain/calendar/days.ts';
import { policy } from '../../shared/policy/policy.ts';
import { signsFor } from '../municipality/inbound.ts';
import type { MunicipalitySystem } from '../municipality/system.ts';
import { kept } from '../stage/answers.ts';
import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must, until } from '../stage/until.ts';
import { UNIT } from './friday-steps.ts';
import { MUNICIPALITY } from './power-cut-steps.ts';
import * as say from './power-cut-words.ts';
import type { Routed, RoutedTask } from './referral.ts';
import { byWebhook } from './webhook-checks.ts';

const RESOURCE_CENTRE = 'resource-centre-zestaponi';

/** What is true once the power is back, told step by step. */
export function afterCutAt(stage: Stage, system: MunicipalitySystem) {
  const { tale, lang, visits, desk, localTime } = stage;
  const call = visits(MUNICIPALITY);
  const feed = () => desk(MUNICIPALITY).feed();

  return {
    /** Everything since the registration, each once, and in order for each subject. */
    everythingArrived: (before: number) =>
      tale.step(MUNICIPALITY, say.everythingArrived, async () => {
        const entries = byWebhook((await feed()).filter(({ sequence }) => sequence > before));
        await until('everything', () => system.verified.length >= entries.length || undefined);
        const came = system.verified.map(({ payload }) => payload.data);
        const ids = came.map(({ id }) => id).toSorted();
        must(
          ids.join() ===
            entries
              .map(({ id }) => id)
              .toSorted()
              .join(),
          'not the whole feed',
        );
        for (const together of Map.groupBy(came, ({ subject }) => subject.id).values()) {
          const order = together.map(({ sequence }) => sequence);
          must(order.join() === order.toSorted((a, b) => a - b).join(), `out of order: ${order}`);
        }
        must(system.sentAway.length > 0, 'nothing was sent away');
        return { entries: entries.length, sentAway: system.sentAway.length };
      }),

    /** What the lead, the agency and an auditor read alike, bound together by one hash. */
    serviceIsProved: ({ task }: RoutedTask) =>
      tale.step(UNIT, say.serviceIsProved, async () => {
        const path = { taskId: task };
        const read = async (account: string) =>
          kept(serviceRecord, await visits(account)(serviceRecord, { path }));
        const record = await read(UNIT);
        const own = await read(MUNICIPALITY);
        must(record.hash === own.hash, 'two readers see different records');
        const lines = record.items.map(({ at, label }) => `${localTime(at)}  ${label}`);
        return { lines: [...lines, record.hash] };
      }),

    systemReports: async ({ task }: RoutedTask) => {
      const signs = await signsFor(stage.hub, call);
      const { version } = await desk(MUNICIPALITY).task(task);
      const data = { task, version, to: 'in-progress', note: say.notes.done[lang] };
      const body = JSON.stringify({ type: 'task.transition', data });
      const sent = signs(body, await stage.clock.now());
      const first = await tale.step(MUNICIPALITY, say.systemReports, async () => {
        const answer = await sent.post();
        must(answer.status === 200, `answered ${answer.status}`);
        return { status: stage.label('taskStatuses', 'in-progress'), answer };
      });
      await tale.step(MUNICIPALITY, say.copyIsHarmless, async () => {
        const again = await sent.post();
        must(again.status === first.answer.status, `a repetition: ${again.status}`);
        const forged = await sent.post(body.replace(/.$/, ' }'));
        must(forged.status === 401, `a changed copy: ${forged.status}`);
        return { status: again.status };
      });
    },

    /** A day that is over: count, last number and hash are the same on both sides. */
    daysAreEqual: (day: string) =>
      tale.step(MUNICIPALITY, say.daysAreEqual, async () => {
        const { calendar } = policy.at(await stage.clock.now());
        const on = (at: string) => localDate(calendar, Temporal.Instant.from(at)).toString();
        const own = (await feed()).filter(({ at }) => on(at) === day);
        const lines = own.map(({ sequence, id }) => `${sequence} ${id}\n`).join('');
        const hash = createHash('sha256').update(lines).digest('hex');
        const whole = { day, count: own.length, last: own.at(-1)?.sequence ?? 0, hash };
        const equal = kept(reconcileFeed, await call(reconcileFeed, { body: whole }));
        must(equal.equal, 'the days differ');
        const [left, ...others] = own;
        must(left !== undefined, 'the day brought nothing');
        const ids = others.map(({ id }) => id);
        const range = { from: left.sequence, to: whole.last, ids };
        const { missing } = kept(
          reconcileFeed,
          await call(reconcileFeed, { body: range as never }),
        );
        must(missing.map(({ id }) => id).join() === left.id, `missing: ${missing.length}`);
        return { day, count: own.length, lost: `${left.sequence}, ${left.type}` };
      }),

    familyWithdraws: ({ id }: Routed) =>
      tale.step(RESOURCE_CENTRE, say.familyWithdraws, async () => {
        const { version: ifMatch } = await desk(RESOURCE_CENTRE).referral(id);
        const body = { reason: 'consent-withdrawn', note: say.notes.withdrawn[lang] };
        const request = { path: { referralId: id }, body, ifMatch };
        return kept(withdrawReferral, await visits(RESOURCE_CENTRE)(withdrawReferral, request));
      }),

    /** The recipient deletes its copy and says so, by name. */
    recallIsAnswered: async ({ id }: Routed): Promise<string> => {
      const path = { referralId: id };
      const [recall] = await tale.step(
        MUNICIPALITY,
        ([one]) => say.recallArrives({ due: localTime(one?.deadline ?? '') }),
        async () => {
          await system.arrival('recall.made', id);
          return kept(listRecalls, await call(listRecalls, { path })).items;
        },
      );
      must(recall !== undefined, 'there is no recall');
      const answered = await tale.step(MUNICIPALITY, say.recallIsAnswered, async () => {
        const request = {
          path: { ...path, number: recall.number },
          body: { status: 'deleted' as const, actingPerson: person('sopio', lang) },
          ifMatch: recall.version,
        };
        kept(confirmRecall, await call(confirmRecall, request));
        const { items } = kept(listOpenRecalls, await call(listOpenRecalls));
        must(items.length === 0, `${items.length} recalls are open`);
        return { status: stage.label('recallStatuses', 'deleted') };
      });
      return answered.status;
    },
  };
}
