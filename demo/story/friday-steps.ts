import { holiday, localDate } from '../../shared/domain/calendar/days.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { policy } from '../../shared/policy/policy.ts';
import { refusal } from '../stage/answers.ts';
import { person } from '../stage/cast.ts';
import { phonebox, type Rung } from '../stage/protection.ts';
import type { Stage } from '../stage/stage.ts';
import { must, until } from '../stage/until.ts';
import * as say from './friday-words.ts';
import type { Routed, RoutedTask } from './referral.ts';

export const SCHOOL = 'school-zestaponi';
export const UNIT = 'agency-imereti';
const OVERSIGHT = 'oversight-national';
const SUPERVISOR = 'person-ketevan-agency-imereti';
const WORKER = 'person-giorgi-agency-imereti';

/** What the child's things may never be told by, on any telephone. */
const TELLING = ['საბა', 'Saba', 'მამა', 'father', 'ზესტაფონი', 'Zestaponi'];

/** What waits at an agency without a system, told by the day: how much, and of nothing in particular. */
const isDigest = (text: string): boolean => text.includes('Unreceived tasks:');

const plain = (text: string): string => text.replaceAll(/[\s-]/g, '');

/** What people and machines do on that evening, told step by step. */
export function fridayAt(stage: Stage) {
  const { tale, desk, protection, lang, localTime, label } = stage;
  const words = ({ title, detail = '' }: { title: string; detail?: string | undefined }) => ({
    title,
    instead: detail,
  });

  const rangSince = async (known: number, { receiptNumber }: Routed): Promise<Rung[]> => {
    const rang = (await phonebox(stage.hub)).slice(known).filter(({ text }) => !isDigest(text));
    for (const { text } of rang) {
      // A voice says the number sign by sign.
      must(plain(text).includes(plain(receiptNumber)), `a call without the number: ${text}`);
      must(!TELLING.some((word) => text.includes(word)), `a call that tells: ${text}`);
    }
    return rang;
  };
  const shown = (rang: readonly Rung[]) =>
    rang.map(({ by, to, text }) => ({ by: label('ladderWays', by), to: to.join(', '), text }));

  return {
    weekendBegins: () =>
      tale.step('Ertad', say.weekendBegins, async () => {
        const now = await stage.clock.now();
        const { calendar } = policy.at(now);
        const monday = localDate(calendar, now).add({ days: 3 });
        return { holiday: holiday(calendar, monday)?.[lang] };
      }),

    /** Nobody need watch a screen: urgent work rings at once. */
    phoneRings: (referral: Routed, before: number) =>
      tale.step('Ertad', say.phoneRings, async () => {
        const rang = await until('somebody is called', async () => {
          const all = await rangSince(before, referral);
          return all.length >= 3 ? all : undefined;
        });
        return { rang: shown(rang) };
      }),

    /** A machine reads its feed and the task, and answers for nobody. */
    machineFetches: ({ task, agency }: RoutedTask) =>
      tale.step(agency, say.machineFetches, async () => {
        const feed = await desk(agency).feed();
        must(
          feed.some(({ subject }) => subject.id === task),
          'the task is not in the feed',
        );
        const clocks = await protection(agency).clocksOf(task);
        const received = clocks.find(({ name }) => name === 'received');
        must(received !== undefined && received.state !== 'ended', 'a machine stopped the clock');
        return { due: localTime(received.dueAt) };
      }),

    ladderClimbs: (referral: Routed, before: number) =>
      tale.step('Ertad', say.ladderClimbs, async () => {
        const rang = await rangSince(before, referral);
        must(
          rang.some(({ by }) => by === 'call'),
          'nobody was called',
        );
        return { rang: shown(rang) };
      }),

    withdrawalIsRefused: ({ id }: Routed) =>
      tale.step(SCHOOL, say.withdrawalIsRefused, async () => {
        const { version } = await desk(SCHOOL).referral(id);
        const problem = await refusal(protection(SCHOOL).withdraw(id, version));
        must(problem.type.endsWith('violence-not-withdrawn'), `refused as ${problem.type}`);
        return words(problem);
      }),

    /** A statement is read by two people, and no clock heeds it. */
    stopsNothing: ({ id }: Routed, opened: CaseId) =>
      tale.step(SCHOOL, say.stopsNothing, async () => {
        const running = async () =>
          (await desk(UNIT).caseClocks(opened)).filter(({ state }) => state !== 'ended');
        const before = await running();
        await protection(SCHOOL).state(id, 'mistake', say.notes.director[lang]);
        const after = await running();
        const due = (clocks: typeof before) => clocks.map(({ name, dueAt }) => `${name} ${dueAt}`);
        must(due(before).join() === due(after).join(), 'a statement moved a clock');
        return { running: after.length };
      }),

    familyIsShielded: (opened: CaseId) =>
      tale.step(UNIT, say.familyIsShielded, async () => {
        await protection(UNIT).speaks(opened, {
          person: { name: 'გელა' },
          capacity: 'legal-representative',
          accused: 'yes',
          sharesHousehold: 'yes',
          reason: say.notes.speaker[lang],
        });
        const problem = await refusal(protection(UNIT).summon(opened));
        must(problem.type.endsWith('household-shielded'), `refused as ${problem.type}`);
        return words(problem);
      }),

    entryIsRefused: (opened: CaseId) =>
      tale.step(UNIT, say.entryIsRefused, async () => {
        const now = await stage.clock.now();
        const decision = await protection(UNIT).decide(opened, {
          notSeen: 'entry-refused',
          triedAt: now.subtract({ minutes: 5 }).toString(),
          reviewBy: now.add({ hours: 2 }).toString(),
          reason: say.notes.entryRefused[lang],
        });
        const asked = (await desk(UNIT).caseOf(opened)).tasks.filter(({ id }) =>
          decision.opened?.includes(id),
        );
        must(asked.length === 2, `${asked.length} tasks were opened`);
        const opening = asked.map(({ kind, agency }) => `${kind.label} (${stage.nameOf(agency)})`);
        return { opened: opening, tasks: asked };
      }),

    oversightSees: ({ receiptNumber }: Routed) =>
      tale.step(OVERSIGHT, say.oversightSees, async () => {
        const lines = (await protection(OVERSIGHT).unanswered()).filter(
          ({ receipt }) => receipt === receiptNumber,
        );
        must(lines.length > 0, 'oversight is not shown the child');
        return {
          lines: lines.map(
            ({ receipt, awaited, holder, dueAt }) =>
              `${receipt}: ${awaited.label} — ${stage.nameOf(holder)}, ${localTime(dueAt)}`,
          ),
        };
      }),

    decidesSafety: (opened: CaseId, note: string) =>
      tale.step(UNIT, say.decidesSafety, async () => {
        const now = await stage.clock.now();
        const decision = await protection(UNIT).decide(opened, {
          childSeenAt: now.subtract({ minutes: 10 }).toString(),
          seenBy: { name: person('tamar', lang).name },
          seenAlone: 'yes',
          where: 'home',
          sleepsTonight: 'crisis-centre',
          measures: [
            {
              kind: 'restraining-order',
              against: 'მამა',
              validUntil: now.add({ hours: 24 * 14 }).toString(),
            },
            { kind: 'separation', against: 'მამა' },
          ],
          siblingsChecked: 'none',
          reviewBy: now.add({ hours: 60 }).toString(),
          reason: note,
        });
        must(decision.current, 'the decision does not count');
        return {
          sleeps: decision.sleepsTonight?.label ?? '',
          measures: (decision.measures ?? []).map(({ kind }) => kind.label),
          review: localTime(decision.reviewBy),
        };
      }),

    openBeforeEnd: ({ id }: Routed) =>
      tale.step(UNIT, say.openBeforeEnd, async () => {
        const { items } = await protection(UNIT).open(id);
        must(items.length > 0, 'nothing is said to be open');
        return { named: [...new Set(items.map(({ label: words }) => words))] };
      }),

    secondPersonWaives: (opened: CaseId, { task }: RoutedTask) =>
      tale.step(UNIT, say.secondPersonWaives, async () => {
        await desk(UNIT).step(task, 'cancelled', { reason: 'done-elsewhere' });
        const waiver = await protection(WORKER).askWaiver(opened, {
          track: 'mind',
          reason: 'done-outside',
          note: say.notes.waiver[lang],
          askedBy: person('giorgi', lang),
        });
        const { number, version } = waiver;
        const { title } = await refusal(protection(WORKER).confirmWaiver(opened, number, version));
        const confirmed = await protection(SUPERVISOR).confirmWaiver(opened, number, version);
        must(confirmed.holds, 'the waiver does not hold');
        return { refused: title, by: person('ketevan', lang).name };
      }),

    twoConsider: ({ id }: Routed) =>
      tale.step(UNIT, say.twoConsider, async () => {
        const note = say.notes.considered[lang];
        await protection(WORKER).consider(id, 1, note);
        await protection(SUPERVISOR).consider(id, 1, note);
        return { people: [person('giorgi', lang).name, person('ketevan', lang).name] };
      }),
  };
}

/** How often the telephones have rung so far. */
export const rungSoFar = async ({ hub }: Pick<Stage, 'hub'>): Promise<number> =>
  (await phonebox(hub)).length;
