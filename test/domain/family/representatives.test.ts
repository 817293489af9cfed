import { describe, expect, it } from 'vitest';
import { representativeOrder } from '../../../shared/domain/family/representatives.ts';
import { agency, georgiaAt, LEAD } from '../../build.ts';

const edition = georgiaAt();
const order = (place: string, refused: string[] = []) =>
  representativeOrder(place, edition, { refused: refused.map(agency) });

describe('procedural representatives', () => {
  it('are the 20 specialised court workers of the founding papers', () => {
    const workers = edition.agencies.reduce((all, { courtWorkers = 0 }) => all + courtWorkers, 0);
    expect(workers).toBe(20);
  });

  it('come from the region, then other regions, and from units without any only at the end', () => {
    expect(order('zestaponi')).toEqual([
      LEAD,
      'agency-tbilisi',
      'agency-kvemo-kartli',
      'agency-adjara',
      'agency-shida-kartli',
      'agency-kakheti',
      'agency-mtskheta-mtianeti',
      'agency-samtskhe-javakheti',
      'agency-guria',
      'agency-racha-lechkhumi',
      'agency-samegrelo-zemo-svaneti',
    ]);
  });

  it('of a region without specialised workers come from the others first, then from its own unit', () => {
    const all = order('lanchkhuti');
    expect(all[0]).toBe('agency-tbilisi');
    expect(all[8]).toBe('agency-guria');
  });

  it('are not asked again where there was nobody, and run out in the end', () => {
    expect(order('zestaponi', [LEAD])[0]).toBe('agency-tbilisi');
    expect(order('zestaponi', order('zestaponi'))).toEqual([]);
  });
});
