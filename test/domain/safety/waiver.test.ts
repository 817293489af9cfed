import { describe, expect, it } from 'vitest';
import { holds, taskIsWaived, trackIsWaived } from '../../../shared/domain/safety/waived.ts';
import { confirmWaiver, type Waiver } from '../../../shared/domain/safety/waiver.ts';
import {
  anEventId,
  aTask,
  aViolenceSubmission,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
  refusalOf,
} from '../../build.ts';
import { type Memory, routed } from '../../memory.ts';
import { askIn, confirmIn, SUPERVISOR, standingOf, WORKER, waiveIn } from '../../safety.ts';

const AT = later({ hours: 30 });
const BODY = { kind: 'track', track: 'body' } as const;
/** Nobody was asked for health care: the body track is empty. */
const calm = () =>
  routed(aViolenceSubmission({ immediateDanger: 'no', injuryVisible: 'no' })).memory;
const first = (memory: Memory): Waiver => {
  const [waiver] = memory.waivers;
  if (!waiver) throw new Error('no waiver');
  return waiver;
};

describe('a waiver', () => {
  it('counts for nothing before a second person has confirmed it', () => {
    const memory = calm();
    askIn(memory, BODY, AT);
    expect(first(memory)).toMatchObject({ watched: 'waivers', version: 1 });
    expect(holds(first(memory), standingOf(memory))).toBe(false);
    confirmIn(memory, 1, AT);
    expect(first(memory)).toMatchObject({ version: 2, confirmed: { by: { sub: 'supervisor' } } });
    expect(first(memory).watched).toBeUndefined();
    expect(holds(first(memory), standingOf(memory))).toBe(true);
  });

  it('is told to the lead and to oversight, each step as an event of the case', () => {
    const memory = calm();
    waiveIn(memory, 'body', AT);
    const told = memory.events.filter(({ type }) => type.startsWith('waiver.'));
    expect(told).toMatchObject([
      { type: 'waiver.asked', version: 2, to: [NATIONAL], codes: { track: 'body' } },
      { type: 'waiver.confirmed', version: 3, to: [], codes: { reason: 'no-need-found' } },
    ]);
  });

  it.each([
    ['who asked', { ...SUPERVISOR, sub: WORKER.sub }],
    ['a system', { ...SUPERVISOR, through: 'system' as const }],
    ['one who supervises nobody', { ...SUPERVISOR, supervisor: false }],
    ['another agency', { ...SUPERVISOR, agency: POLICE }],
  ])('is not confirmed by %s', (_, by) => {
    const memory = calm();
    askIn(memory, BODY, AT);
    const standing = standingOf(memory);
    const call = { case: standing.case, standing, waiver: first(memory), by, at: AT };
    const refused = refusalOf(() => confirmWaiver({ ...call, event: anEventId() }));
    expect(refused.code).toBe('second-person-needed');
  });

  it('asked through a system is confirmed by the oversight body alone', () => {
    const memory = calm();
    askIn(memory, BODY, AT, { sub: LEAD, agency: LEAD, through: 'system' } as never);
    const standing = standingOf(memory);
    const call = { case: standing.case, standing, waiver: first(memory), at: AT };
    const confirm = (by: Parameters<typeof confirmWaiver>[0]['by']) =>
      confirmWaiver({ ...call, by, event: anEventId() });
    expect(refusalOf(() => confirm(SUPERVISOR)).code).toBe('second-person-needed');
    const { kept } = confirm({ ...SUPERVISOR, sub: 'ana', agency: NATIONAL, oversight: true });
    expect(kept[0]).toMatchObject({ what: 'waiver', version: 2 });
  });

  it('is confirmed once', () => {
    const memory = calm();
    waiveIn(memory, 'body', AT);
    const before = memory.case?.version;
    confirmIn(memory, 1, AT);
    expect(memory.case?.version).toBe(before);
  });

  it('is not asked for what goes on, has ended well, or has a reason of its own', () => {
    const memory = calm();
    const justice = () => askIn(memory, { kind: 'track', track: 'justice' }, AT);
    expect(refusalOf(justice)).toMatchObject({
      code: 'waiver-of-open-task',
      hindrances: [{ pointer: memory.taskOf(POLICE).id, code: 'task-open' }],
    });
    const open = () => askIn(memory, { kind: 'task', task: memory.lead.id }, AT);
    expect(refusalOf(open).code).toBe('waiver-of-open-task');
    const strange = () => askIn(memory, { kind: 'task', task: aTask().id }, AT);
    expect(refusalOf(strange).code).toBe('nothing-to-waive');
  });
});

describe('a confirmed waiver', () => {
  const id = aTask().id;
  const confirmed: Waiver = {
    ...base(),
    waives: { kind: 'task', task: id },
    confirmed: { by: { sub: 'supervisor', agency: LEAD }, at: AT, reports: 1, tasks: [id] },
  };
  const failed = aTask({ id, status: 'failed' });
  const alone = { tasks: [failed], reports: [NOW] };

  it('of a task covers the gap it left, until something new is reported', () => {
    expect(taskIsWaived(failed, [confirmed], alone)).toBe(true);
    expect(taskIsWaived(aTask({ status: 'failed' }), [confirmed], alone)).toBe(false);
    const news = { ...alone, reports: [NOW, AT] };
    expect(taskIsWaived(failed, [confirmed], news)).toBe(false);
  });

  it('of a track covers the tasks that stood then, and no task or report that came since', () => {
    const track: Waiver = { ...confirmed, waives: { kind: 'track', track: 'justice' } };
    expect(trackIsWaived('justice', [track], alone)).toBe(true);
    expect(taskIsWaived(failed, [track], alone)).toBe(true);
    expect(trackIsWaived('body', [track], alone)).toBe(false);
    const more = { ...alone, tasks: [failed, aTask({ status: 'cancelled' })] };
    expect(trackIsWaived('justice', [track], more)).toBe(false);
    const elsewhere = { ...alone, tasks: [failed, aTask({ track: 'mind' })] };
    expect(trackIsWaived('justice', [track], elsewhere)).toBe(true);
    expect(trackIsWaived('justice', [track], { ...alone, reports: [NOW, AT] })).toBe(false);
  });
});

function base(): Waiver {
  const memory = calm();
  askIn(memory, BODY, AT);
  return first(memory);
}
