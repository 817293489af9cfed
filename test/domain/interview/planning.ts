import type { Household } from '../../../shared/domain/family/household.ts';
import type { ChildFacts } from '../../../shared/domain/interview/facts.ts';
import type { Planning } from '../../../shared/domain/interview/plan.ts';
import { LEAD, NOW } from '../../build.ts';

/** Makers of what a plan is computed from: a calm case in which everything is known. */
export const aChild = (over: Partial<ChildFacts> = {}): ChildFacts => ({
  firstReportAt: NOW,
  age: 9,
  forms: ['sexual'],
  lastIncidentAt: { at: '2026-09-01', precision: 'day' },
  accusedAtHome: { lives: 'no', saidAt: NOW },
  needs: [],
  languages: ['ka'],
  ...over,
});

const NO_TIES = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' } as const;

/** A legal representative who is tied to nobody, decided on after the last naming. */
export const aHousehold = (over: Partial<Household> = {}): Household => ({
  perpetrators: [{ livesWithChild: 'no', namedAt: '2026-11-01T00:00:00.000Z' }],
  speakers: [
    {
      capacity: 'legal-representative',
      ties: NO_TIES,
      at: '2026-11-10T00:00:00.000Z',
      from: '2026-11-10T00:00:00.000Z',
    },
  ],
  contacts: [],
  ...over,
});

export const aPlanning = (over: Partial<Planning> = {}): Planning => ({
  municipality: 'zestaponi',
  lead: LEAD,
  excluded: [],
  child: aChild(),
  household: aHousehold(),
  consents: [],
  appoints: undefined,
  visit: {},
  choices: {},
  legalForm: undefined,
  order: undefined,
  openedAt: NOW,
  at: NOW,
  tier: undefined,
  ...over,
});
