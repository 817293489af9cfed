import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../shared/domain/clock/state.ts';
import { addedTask } from '../../../shared/domain/task/added-task.ts';
import { Urgency } from '../../../shared/domain/task/statuses.ts';
import {
  aCase,
  agency,
  anEventId,
  aReferralInProgress,
  aTaskId,
  CLINIC,
  georgiaAt,
  LEAD,
  NOW,
  refusalOf,
} from '../../build.ts';
import { checkedWrites } from '../../memory.ts';

const edition = georgiaAt();
const add = (over: Partial<Parameters<typeof addedTask>[0]> = {}) =>
  addedTask(
    {
      case: aCase(),
      referral: aReferralInProgress(),
      kind: 'forensic-examination',
      agency: CLINIC,
      urgency: 'high',
      by: { sub: 's', agency: LEAD },
      at: NOW,
      ids: { task: aTaskId(), event: anEventId() },
      sealed: undefined,
      ...over,
    },
    edition,
  );

describe('a task the lead adds', () => {
  it('is asked of the agency in the lead’s name, with clocks that count from now', () => {
    const { kept, events } = add();
    const [task, ...clocks] = kept;
    expect(task).toMatchObject({
      agency: CLINIC,
      requestedBy: LEAD,
      role: 'participant',
      status: 'requested',
      rule: 'lead-added',
      version: 1,
    });
    const started = clocks.filter((one): one is Clock => one.what === 'clock');
    expect(started.map(({ startedAt, holder }) => [startedAt, holder])).toEqual(
      started.map(() => [NOW, CLINIC]),
    );
    expect(events).toMatchObject([{ type: 'task.requested', to: [CLINIC] }]);
  });

  it('changes the case, so that it is not closed on the strength of an earlier look', () => {
    const opened = aCase();
    const { kept } = add({ case: opened });
    expect(kept.find(({ what }) => what === 'case')?.version).toBe(opened.version + 1);
  });

  it('stands on the track on which the pack puts such work, else on support', () => {
    expect(add({ kind: 'register-report' }).kept[0]).toMatchObject({ track: 'justice' });
    expect(add({ kind: 'other' }).kept[0]).toMatchObject({ track: 'support' });
  });

  it.each(edition.codes('taskKinds'))('can be of the kind %s, however urgent', (kind) => {
    for (const urgency of Urgency.options) {
      const decision = add({ kind, urgency });
      expect(checkedWrites(decision).length).toBeGreaterThan(5);
      expect(decision.kept.some((one) => one.what === 'clock' && one.name === 'received')).toBe(
        true,
      );
    }
  });

  it.each([
    ['an agency of no list', { agency: agency('police-atlantis') }, 'unknown-agency', '/agency'],
    ['a kind of no list', { kind: 'exorcism' }, 'unknown-code', '/kind'],
  ])('is refused for %s', (_, over, code, pointer) => {
    expect(refusalOf(() => add(over))).toEqual({ code, hindrances: [{ pointer, code }] });
  });
});
