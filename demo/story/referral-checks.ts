import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import type { Routed } from './referral.ts';
import * as say from './referral-words.ts';

/** What the hub has to show for every referral, told step by step. */
export function checksAt(stage: Stage) {
  const { desk, tale, label, localTime } = stage;
  return {
    /** One clock with its reasons, from those of the referral. */
    explainsClock: (agency: string, { id }: Routed, name: string) =>
      tale.step(agency, say.explainsClock, async () => {
        const clocks = await desk(agency).referralClocks(id);
        const clock = clocks.find((each) => each.name === name);
        must(clock !== undefined, `the referral has no clock ${name}`);
        return { ...clock, label: label('clocks', name) };
      }),

    /** Answered before it was due: else the promise to the referrer is broken. */
    answeredInTime: (agency: string, { id }: Routed, name: string) =>
      tale.step(agency, say.answeredInTime, async () => {
        const clock = (await desk(agency).referralClocks(id)).find((each) => each.name === name);
        must(clock?.state === 'ended', `${name} still runs`);
        must((clock.endedAt ?? '~') <= clock.dueAt, `${name} ended late`);
        const ended = localTime(clock.endedAt ?? '');
        return { label: label('clocks', name), ended, due: localTime(clock.dueAt) };
      }),

    /** The referrer sees the end, and nothing is counted any more. */
    seesEnd: (agency: string, { id }: Routed) =>
      tale.step(agency, say.seesEnd, async () => {
        const clocks = await desk(agency).referralClocks(id);
        const running = clocks.filter(({ state }) => state !== 'ended');
        must(running.length === 0, `these clocks still run: ${running.map(({ name }) => name)}`);
        const { status, receiptNumber } = await desk(agency).referral(id);
        must(status.code === 'closed', `the referral is ${status.code}`);
        return { receiptNumber, status: status.code, label: status.label };
      }),

    /** Everything that happened, as the lead sees it; no deadline was missed. */
    tellsTimeline: (agency: string, { id }: Routed) =>
      tale.step(agency, say.tellsTimeline, async () => {
        const events = await desk(agency).timeline(id);
        const late = events.filter(({ type }) => type === 'clock.overdue');
        must(late.length === 0, `${late.length} deadlines were missed`);
        must(events.at(-1)?.type.endsWith('.closed') === true, 'closing is not the last event');
        return events.map((event) => ({
          at: localTime(event.at),
          label: event.label,
          by: event.agency ? stage.nameOf(event.agency) : 'Ertad',
        }));
      }),

    /** Reads whole feeds; `desk.feed` finds every gap. */
    feedsAreWhole: (agencies: readonly string[]) =>
      tale.step('Ertad', say.feedsAreWhole, async () => {
        const feeds: { agency: string; entries: number }[] = [];
        for (const agency of agencies) {
          const { length: entries } = await desk(agency).feed();
          feeds.push({ agency: stage.nameOf(agency), entries });
        }
        return feeds;
      }),
  };
}
