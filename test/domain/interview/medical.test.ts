import { describe, expect, it } from 'vitest';
import { medicalOf } from '../../../shared/domain/interview/medical.ts';
import { georgiaAt, later, NOW } from '../../build.ts';
import { aChild } from './planning.ts';

const edition = georgiaAt();
const ago = (hours: number) => ({ at: later({ hours: -hours }), precision: 'minute' as const });
const order = { forensicOrder: { document: 'D-1', at: NOW } };

describe('the medical part', () => {
  it.each([
    ['within the window: first, the same day', ago(20), 'acute', 'before-interview', 24],
    ['at the end of the window: before the traces fade', ago(60), 'acute', 'before-interview', 12],
    ['some days ago: after, soon', ago(100), 'urgent', 'after-interview', 68],
    ['long ago: after', ago(1000), 'later', 'after-interview', 336],
    ['at an unknown time: as if recent', undefined, 'acute-unknown', 'before-interview', 24],
  ] as const)('%s', (_, lastIncidentAt, because, place, hours) => {
    expect(medicalOf(aChild({ lastIncidentAt }), {}, NOW, edition)).toEqual({
      order: place,
      because,
      by: later({ hours }),
      ordered: false,
    });
  });

  it('is due at once where the window closes this moment', () => {
    const found = medicalOf(aChild({ lastIncidentAt: ago(72) }), {}, NOW, edition);
    expect(found.by).toBe(NOW);
  });

  it('is not called for by every form of violence, but done where it was ordered', () => {
    const child = aChild({ forms: ['neglect'] });
    expect(medicalOf(child, {}, NOW, edition)).toMatchObject({ because: 'not-called-for' });
    expect(medicalOf(child, {}, NOW, edition).by).toBeUndefined();
    expect(medicalOf(child, order, NOW, edition)).toMatchObject({
      because: 'later',
      ordered: true,
    });
  });

  it('is not repeated once it was done', () => {
    const found = medicalOf(aChild(), { ...order, examinedAt: NOW }, NOW, edition);
    expect(found).toMatchObject({ because: 'examined' });
    expect(found.by).toBeUndefined();
  });
});
