import { describe, expect, it } from 'vitest';
import { countLoad, type InHand } from '../../../shared/domain/watch/load.ts';

const AT = '2030-03-04T12:00:00.000Z';
const task = (over: Partial<Record<keyof InHand, string>> = {}) =>
  ({ referral: 'ref_1', urgency: 'routine', ...over }) as InHand;
const counted = (...tasks: InHand[]) => countLoad(tasks, false, AT);

describe('what somebody has in hand', () => {
  it('counts each child once, by its case where there is one', () => {
    const same = { case: 'cas_1' };
    const load = counted(task(same), task({ ...same, referral: 'ref_2' }), task(), task());
    expect(load).toMatchObject({ open: 4, children: 2 });
  });

  it('tells what is past its deadline from what passes within a day, to the instant', () => {
    const dues = [AT, '2030-03-04T12:00:00.001Z', '2030-03-05T12:00:00.000Z'];
    const load = counted(
      ...dues.map((deadline) => task({ deadline })),
      task({ deadline: '2030-03-05T12:00:00.001Z' }),
      task(),
    );
    expect(load).toMatchObject({ open: 5, overdue: 1, dueSoon: 2 });
  });

  it('says what is urgent, and that there is more than was counted', () => {
    expect(counted(task({ urgency: 'urgent' }), task({ urgency: 'high' })).urgent).toBe(1);
    expect(countLoad([], true, AT)).toEqual({
      ...{ open: 0, children: 0, urgent: 0, dueSoon: 0, overdue: 0, cut: true },
    });
  });
});
