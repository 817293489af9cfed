import { describe, expect, it } from 'vitest';
import type { Case } from '../../../shared/domain/case/case.ts';
import { join, keptIn, undo } from '../../../shared/domain/same-child/joining.ts';
import { reportedAgain } from '../../../shared/domain/same-child/reported-again.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import {
  aCase,
  agency,
  anEventId,
  aReferralId,
  aReferralInProgress,
  aSealed,
  aTask,
  aTaskId,
  clocksOf,
  georgiaAt,
  LEAD,
  later,
  NOW,
  refusalOf,
} from '../../build.ts';
import { checkedWrites } from '../../memory.ts';

const edition = georgiaAt();
const TBILISI = agency('agency-tbilisi');
const by = { sub: 's', agency: LEAD };
const ids = { task: aTaskId, event: anEventId };

const side = (lead = LEAD, over: Partial<Case> = {}) => {
  const referral = aReferralInProgress({ lead });
  const opened = aCase({ lead, referral: referral.id, ...(over as object) });
  return { referral: { ...referral, case: opened.id }, case: opened };
};
const older = (lead = LEAD) => side(lead, { openedAt: later({ hours: -48 }) });

const call = (own = side(), other = older(), over: object = {}) => ({
  own,
  other,
  same: 'yes' as const,
  covers: undefined,
  asked: [],
  number: 1,
  sealed: aSealed(),
  by,
  at: NOW,
  ids,
  ...over,
});

const cases = (decision: ReturnType<typeof join>) =>
  decision.kept.filter((kept): kept is Case => kept.what === 'case');

describe('one child', () => {
  it('goes on in the older of two open cases, from whichever side it is said', () => {
    const [young, old] = [side(), older()];
    for (const one of [call(young, old), call(old, young)]) {
      expect(keptIn(one).id).toBe(old.case.id);
      const [root, gone] = cases(join(one, edition));
      expect(root).toMatchObject({ id: old.case.id, joined: [young.case.id] });
      expect(gone).toMatchObject({ id: young.case.id, joinedTo: old.case.id, status: 'open' });
    }
  });

  it('goes on in the one that is open, and nowhere where both are closed', () => {
    const closed = side(LEAD, { status: 'closed', closedAt: NOW, openedAt: later({ hours: -72 }) });
    const open = side();
    expect(keptIn(call(open, closed)).id).toBe(open.case.id);
    const both = join(
      call(closed, { ...closed, case: aCase({ status: 'closed' } as object) }),
      edition,
    );
    expect(cases(both).every(({ joinedTo }) => joinedTo === undefined)).toBe(true);
  });

  it('moves no lead by itself: the other unit is asked, and no clock of either is touched', () => {
    const decision = join(call(side(TBILISI), older()), edition);
    expect(cases(decision).map(({ lead }) => lead)).toEqual([LEAD, TBILISI]);
    const tasks = decision.kept.filter((kept): kept is Task => kept.what === 'task');
    expect(tasks).toMatchObject([{ kind: 'take-over-joined-case', role: 'lead', agency: LEAD }]);
    const clocks = decision.kept.filter((kept) => kept.what === 'clock');
    expect(clocks.every((clock) => 'version' in clock && clock.version === 1)).toBe(true);
    checkedWrites(decision);
  });

  it('is two again after an undoing, whatever was offered meanwhile', () => {
    const [young, old] = [side(TBILISI), older()];
    const decision = join(call(young, old), edition);
    const joining = decision.kept.find((kept) => kept.what === 'joining') as never;
    const [root, gone] = cases(decision) as [Case, Case];
    const offer = decision.kept.find((kept): kept is Task => kept.what === 'task');
    if (!offer) throw new Error('nobody was asked');
    const undoing = {
      joining,
      survivor: { referral: old.referral, case: root },
      away: { referral: young.referral, case: gone },
      offer: { task: offer, clocks: clocksOf(offer, ['received', 'decide']) },
      sealed: aSealed(),
      by,
      at: later({ hours: 1 }),
      ids,
    };
    const parted = undo(undoing, edition);
    expect(cases(parted).map(({ joined, joinedTo }) => [joined, joinedTo])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(parted.kept.find((kept) => kept.what === 'task')).toMatchObject({ status: 'completed' });
    const again = { ...undoing, joining: { ...(joining as object), undoneAt: NOW } as never };
    expect(refusalOf(() => undo(again, edition)).code).toBe('already-undone');
    const moved = { ...gone, lead: LEAD };
    const late = undo(
      { ...undoing, offer: undefined, away: { ...undoing.away, case: moved } },
      edition,
    );
    expect(late.kept.find((kept) => kept.what === 'task')).toMatchObject({ agency: TBILISI });
  });
});

describe('the question whether it is the same child', () => {
  const [one, two] = [aReferralId(), aReferralId()];
  const asked = () => {
    const own = side();
    const referral = { ...own.referral, earlier: [one, two] };
    const task = aTask({ kind: 'confirm-same-child', referral: referral.id, agency: LEAD });
    const covers = { of: { referral, case: own.case }, referrals: [one] };
    return call({ ...own, referral }, older(), {
      covers,
      asked: [{ task, clocks: clocksOf(task, ['received']) }],
      same: 'no',
    });
  };

  it('stays open until every pair is answered', () => {
    const first = join(asked(), edition);
    expect(first.kept.some((kept) => kept.what === 'task')).toBe(false);
    const call2 = asked();
    const both = { ...call2, covers: { of: call2.own, referrals: [one, two] } };
    const done = join(both, edition);
    expect(done.kept.find((kept) => kept.what === 'task')).toMatchObject({
      status: 'completed',
      outcome: 'not-same-child',
    });
    expect(done.events.map(({ type }) => type)).toEqual(['case.told-apart', 'task.completed']);
  });

  it('is put once: what was found before is not asked again', () => {
    const own = side();
    const ids2 = { task: aTaskId(), event: anEventId };
    const news = { own, hits: [one], more: 0, earlier: [older()], ids: ids2, at: NOW };
    const first = reportedAgain(news, edition);
    expect(first.kept.filter(({ what }) => what === 'task')).toHaveLength(1);
    expect(first.events.map(({ type }) => type)).toEqual([
      'child.reported-again',
      'child.reported-again',
      'task.requested',
    ]);
    checkedWrites(first);
    const known = { ...own, referral: { ...own.referral, earlier: [one] } };
    expect(reportedAgain({ ...news, own: known }, edition).kept).toEqual([]);
  });

  it('fits one transaction however many reports there were', () => {
    const many = Array.from({ length: 40 }, () => older());
    const hits = many.map(({ referral }) => referral.id);
    const ids3 = { task: aTaskId(), event: anEventId };
    const call3 = { own: side(), hits, more: 200, earlier: many, ids: ids3, at: NOW };
    const decision = reportedAgain(call3, edition);
    checkedWrites(decision);
    const [referral, opened] = decision.kept;
    expect([referral, opened]).toMatchObject([{ repeats: 240 }, { repeats: 240 }]);
  });

  it('is told first to those who could still close a case on an earlier look', () => {
    const closed = Array.from({ length: 12 }, () => {
      const { referral, case: opened } = older();
      return { referral, case: { ...opened, status: 'closed' as const, closedAt: NOW } };
    });
    const open = older();
    const earlier = [...closed, open];
    const hits = earlier.map(({ referral }) => referral.id);
    const ids4 = { task: aTaskId(), event: anEventId };
    const { kept } = reportedAgain(
      { own: side(), hits, more: 0, earlier, ids: ids4, at: NOW },
      edition,
    );
    expect(kept).toContainEqual(expect.objectContaining({ id: open.case?.id, repeats: 1 }));
  });
});
