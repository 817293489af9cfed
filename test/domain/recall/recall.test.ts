import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Principal } from '../../../shared/domain/access/principal.ts';
import type { AgencyId } from '../../../shared/domain/ids.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import { confirm, type RecallAnswer } from '../../../shared/domain/recall/confirm.ts';
import { make, type RecallRequest } from '../../../shared/domain/recall/make.ts';
import { Recall, type RecallKind } from '../../../shared/domain/recall/recall.ts';
import type { VisitRoles } from '../../../shared/domain/recall/recipients.ts';
import type { Told } from '../../../shared/domain/recall/told.ts';
import type { RoutedReferral } from '../../../shared/domain/referral/referral.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import {
  agency,
  anEventId,
  aReferralInProgress,
  aSealed,
  aTask,
  aTaskId,
  CLINIC,
  georgiaAt,
  LEAD,
  later,
  MUNICIPALITY,
  NOW,
  POLICE,
  refusalOf,
  SCHOOL,
} from '../../build.ts';
import { checkedWrites } from '../../memory.ts';

const edition = georgiaAt();
const violence = aReferralInProgress();
const family = aReferralInProgress({
  kind: 'early-identification',
  case: undefined,
  lead: MUNICIPALITY,
});

const aTold = (of: AgencyId, over: Partial<Told> = {}): Told => ({
  agency: of,
  toldSince: NOW,
  toldBy: ['asked', 'read'],
  shown: ['identity'],
  ...over,
});
const REFERRER = aTold(SCHOOL, { toldBy: ['read', 'delivered'] });

interface Given {
  readonly referral?: RoutedReferral;
  readonly told?: readonly Told[];
  readonly tasks?: readonly Task[];
  readonly visits?: readonly VisitRoles[];
  readonly by?: AgencyId;
  readonly earlier?: readonly Recall[];
  readonly asReferrer?: boolean;
}
const making = (request: RecallRequest, given: Given = {}): Decision => {
  const {
    by = LEAD,
    referral = violence,
    told = [aTold(LEAD), aTold(POLICE), aTold(CLINIC)],
  } = given;
  return make(
    {
      ...{ referral, told, request, at: NOW, event: anEventId(), asReferrer: false },
      ...{ tasks: [], visits: [], earlier: [], by: { sub: 'x', agency: by } },
      ...given,
      ...{ by: { sub: 'x', agency: by }, sealed: undefined },
    },
    edition,
  );
};
const withdrawn: RecallRequest = { kind: 'consent-withdrawn', reason: 'family-withdrew' };
const correction: RecallRequest = { kind: 'correction', reason: 'fact-wrong' };
const wrong = (...to: AgencyId[]): RecallRequest => ({
  ...{ kind: 'wrong-agency', reason: 'other-area', to },
});

const recallIn = ({ kept }: Decision): Recall =>
  Recall.parse(kept.find(({ what }) => what === 'recall'));
const referralIn = ({ kept }: Decision) =>
  kept.find((one): one is RoutedReferral => one.what === 'referral') ?? (undefined as never);
const clocksIn = ({ kept }: Decision) => kept.filter((one) => one.what === 'clock');
const agenciesIn = (decision: Decision) => recallIn(decision).recipients.map((one) => one.agency);

describe('making a recall', () => {
  it('tells each recipient once and gives each a clock of its own', () => {
    const decision = making(correction);
    expect(agenciesIn(decision)).toEqual([POLICE, CLINIC]);
    expect(decision.events).toMatchObject([
      {
        ...{ type: 'recall.made', to: [POLICE, CLINIC], version: 1, urgency: 'high' },
        ...{ subject: { kind: 'referral', id: violence.id }, codes: { number: '1' } },
        deadline: recallIn(decision).deadline,
      },
    ]);
    expect(clocksIn(decision)).toMatchObject([
      { name: 'recall-confirmed-1-1', holder: POLICE, version: 1 },
      { name: 'recall-confirmed-1-2', holder: CLINIC, version: 1 },
    ]);
    expect(recallIn(decision)).toMatchObject({ watched: 'recalls', from: LEAD, number: 1 });
    expect(referralIn(decision)).toMatchObject({ version: violence.version + 1, openRecalls: 1 });
  });

  it('ends and moves nothing: it only adds', () => {
    for (const request of [withdrawn, correction, wrong(CLINIC)]) {
      for (const one of making(request).kept) {
        if (one.what === 'clock') expect([one.version, one.endedAt]).toEqual([1, undefined]);
        expect(['clock', 'recall', 'referral']).toContain(one.what);
      }
      const { openRecalls, version, recalled, ...rest } = referralIn(making(request));
      const { version: before, ...same } = violence;
      expect({ openRecalls, version }).toEqual({ openRecalls: 1, version: before + 1 });
      expect(rest).toEqual(same);
      expect(recalled === undefined).toBe(request.kind !== 'wrong-agency');
    }
  });

  it('asks whoever makes it only where consent is withdrawn, and it was asked to work', () => {
    expect(agenciesIn(making(withdrawn))).toEqual([LEAD, POLICE, CLINIC]);
    expect(agenciesIn(making(correction))).not.toContain(LEAD);
    const told = [aTold(MUNICIPALITY), REFERRER];
    const own = { referral: family, told, by: SCHOOL, asReferrer: true };
    expect(agenciesIn(making(withdrawn, own))).toEqual([MUNICIPALITY]);
  });

  it('goes to those who are named, of those who were told', () => {
    expect(agenciesIn(making({ ...correction, to: [CLINIC] }))).toEqual([CLINIC]);
    const no = refusalOf(() => making({ ...correction, to: [CLINIC, MUNICIPALITY] }));
    expect(no).toMatchObject({
      code: 'agency-not-told',
      hindrances: [{ pointer: '/to/1', code: 'agency-not-told' }],
    });
    expect(refusalOf(() => making(correction, { told: [aTold(LEAD)] })).code).toBe('nobody-told');
  });

  it('answers for whoever referred as for somebody who was never told', () => {
    const told = [aTold(POLICE), REFERRER];
    const ofReferrer = refusalOf(() => making({ ...correction, to: [SCHOOL] }, { told }));
    const ofNobody = refusalOf(() => making({ ...correction, to: [CLINIC] }, { told }));
    expect(ofReferrer).toEqual(ofNobody);
    expect(agenciesIn(making(correction, { told }))).toEqual([POLICE, SCHOOL]);
  });

  it('is for a reason of its kind', () => {
    const kinds = Object.entries(edition.recall.kinds) as [RecallKind, { reasons: string[] }][];
    for (const [kind, { reasons }] of kinds) {
      for (const other of kinds.flatMap(([, one]) => one.reasons)) {
        const to = kind === 'wrong-agency' ? [CLINIC] : undefined;
        const call = () => making({ kind, reason: other, to });
        if (reasons.includes(other)) expect(recallIn(call()).reason).toBe(other);
        else expect(refusalOf(call).code).toBe('unknown-code');
      }
    }
  });

  it('fits one transaction however many were told, or is refused', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => aTold(agency(`a-${i}`)));
    expect(checkedWrites(making(correction, { told: many(40) })).length).toBeLessThan(98);
    expect(refusalOf(() => making(correction, { told: many(41) })).code).toBe('recall-too-wide');
  });

  it('of a family in danger is for the lead, not for whoever referred', () => {
    const danger = { ...family, case: violence.case };
    const own = { told: [aTold(POLICE)], by: SCHOOL, asReferrer: true };
    expect(refusalOf(() => making(withdrawn, { ...own, referral: danger })).code).toBe(
      'recall-by-lead',
    );
    expect(agenciesIn(making(withdrawn, { ...own, referral: family }))).toEqual([POLICE]);
  });
});

describe('sent to the wrong agency', () => {
  const task = (over: Partial<Task>) => aTask({ agency: CLINIC, ...over });

  it.each([
    ['requested', undefined, false],
    ['accepted', undefined, false],
    ['accepted', aTaskId(), true],
    ['rejected', undefined, true],
    ['cancelled', undefined, true],
    ['completed', undefined, true],
  ] as const)('with a task %s, offered to %s: %s', (status, offeredTo, goes) => {
    const open = task({ status, ...(offeredTo && { offeredTo }) });
    const call = () => making(wrong(CLINIC), { tasks: [open, aTask({ agency: POLICE })] });
    if (goes) expect(agenciesIn(call())).toEqual([CLINIC]);
    else {
      expect(refusalOf(call)).toEqual({
        code: 'recall-from-worker',
        hindrances: [{ pointer: open.id, code: 'recall-from-worker' }],
      });
    }
  });

  it('is refused for who leads, and for who has a part in a visit ahead', () => {
    const by = agency('oversight-national');
    expect(refusalOf(() => making(wrong(LEAD), { by })).code).toBe('recall-from-lead');
    const visit = { id: 'int_x', over: false, agencies: [CLINIC] };
    expect(refusalOf(() => making(wrong(CLINIC), { visits: [visit] })).code).toBe(
      'recall-from-worker',
    );
    expect(agenciesIn(making(wrong(CLINIC), { visits: [{ ...visit, over: true }] }))).toEqual([
      CLINIC,
    ]);
  });

  it('closes their access from then on, once each', () => {
    const first = referralIn(making(wrong(CLINIC)));
    expect(first.recalled).toEqual([{ agency: CLINIC, at: NOW }]);
    const again = making(wrong(CLINIC, POLICE), { referral: first });
    expect(referralIn(again).recalled?.map((one) => one.agency)).toEqual([POLICE, CLINIC]);
  });
});

describe('a recipient', () => {
  const made = making(withdrawn);
  const me = (of: AgencyId): Pick<Principal, 'sub' | 'agency'> => ({
    sub: `sub-${of}`,
    agency: of,
  });
  const kept: RecallAnswer = { status: 'kept', basis: 'child-protection-duty' };
  const confirming = (
    of: AgencyId,
    answer: RecallAnswer = kept,
    { recall = recallIn(made), tasks = [] as Task[], referral = referralIn(made) } = {},
  ) =>
    confirm(
      {
        ...{ referral, recall, answer, tasks, clocks: clocksIn(made), by: me(of) },
        ...{ at: later({ hours: 1 }), event: anEventId(), sealed: aSealed() },
      },
      edition,
    );

  it('answers for itself, and its own clock ends', () => {
    const decision = confirming(POLICE);
    expect(clocksIn(decision)).toMatchObject([{ name: 'recall-confirmed-1-2', version: 2 }]);
    expect(recallIn(decision).recipients).toMatchObject([
      { agency: LEAD, status: 'open', version: 1 },
      { agency: POLICE, status: 'kept', basis: 'child-protection-duty', version: 2 },
      { agency: CLINIC, status: 'open', version: 1 },
    ]);
    expect(decision.events).toMatchObject([
      { type: 'recall.confirmed', to: [LEAD], version: 2, codes: { answer: 'kept' } },
    ]);
  });

  it('leaves no more of its answer in the record than the code', () => {
    const said = { ...kept, actingPerson: { name: 'თამარ ბერიძე' } };
    for (const answer of [said, { ...said, status: 'deleted' as const }]) {
      expect(JSON.stringify(confirming(POLICE, answer))).not.toContain('თამარ');
    }
    const extra = Object.keys(recallIn(confirming(POLICE, said)).recipients[1] ?? {});
    expect(extra).not.toContain('actingPerson');
  });

  it('never answers for another, and not twice', () => {
    expect(refusalOf(() => confirming(MUNICIPALITY)).code).toBe('not-found');
    const recall = recallIn(confirming(POLICE));
    expect(refusalOf(() => confirming(POLICE, kept, { recall })).code).toBe('recall-answered');
    expect(refusalOf(() => confirming(POLICE, { status: 'kept', basis: 'because' })).code).toBe(
      'unknown-code',
    );
  });

  it('leaves all open until the last has answered, in whatever order', () => {
    const order = fc.shuffledSubarray([LEAD, POLICE, CLINIC], { minLength: 1 });
    fc.assert(
      fc.property(order, fc.boolean(), (answering, deletes) => {
        let recall = recallIn(made);
        let referral = referralIn(made);
        const ended: string[] = [];
        for (const of of answering) {
          const answer = deletes ? ({ status: 'deleted' } as const) : kept;
          const decision = confirming(of, answer, { recall, referral });
          recall = recallIn(decision);
          referral = referralIn(decision);
          ended.push(...clocksIn(decision).map(({ holder }) => holder));
        }
        expect(ended).toEqual(answering);
        const all = answering.length === 3;
        expect(recall.watched).toBe(all ? undefined : 'recalls');
        expect(referral.openRecalls).toBe(all ? 0 : 1);
        const open = recall.recipients.filter(({ status }) => status === 'open');
        expect(open.map((one) => one.agency).sort()).toEqual(
          [LEAD, POLICE, CLINIC].filter((one) => !answering.includes(one)).sort(),
        );
      }),
    );
  });

  it('deletes nothing that its work for the child’s protection still needs', () => {
    const tasks = [aTask({ agency: POLICE, status: 'accepted' })];
    const deleted: RecallAnswer = { status: 'deleted' };
    expect(refusalOf(() => confirming(POLICE, deleted, { tasks })).code).toBe(
      'needed-for-protection',
    );
    expect(recallIn(confirming(POLICE, kept, { tasks })).recipients[1]?.status).toBe('kept');
    const done = tasks.map((one) => ({ ...one, status: 'completed' as const }));
    expect(recallIn(confirming(POLICE, deleted, { tasks: done })).recipients[1]).toMatchObject({
      status: 'deleted',
    });
  });

  it('tells whoever made it and the lead, but nobody who is shut out', () => {
    const recall = { ...recallIn(made), from: SCHOOL };
    expect(confirming(POLICE, kept, { recall }).events[0]?.to).toEqual([SCHOOL, LEAD]);
    const referral = { ...referralIn(made), excluded: [SCHOOL] };
    expect(confirming(POLICE, kept, { recall, referral }).events[0]?.to).toEqual([LEAD]);
  });
});
