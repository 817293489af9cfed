import { expect } from 'vitest';
import { findTimes } from '../../../shared/domain/finding/find.ts';
import type { Sought } from '../../../shared/domain/finding/sought.ts';
import type { PlannedRole } from '../../../shared/domain/interview/role.ts';
import type { Resource } from '../../../shared/domain/resource/resource.ts';
import { CENTRE, georgiaAt, LEAD } from '../../build.ts';
import { aHouse, aPerson, aSearch, aVisit, hours, takenOn } from '../../finding.ts';

/** Wednesday. All are there for one visit and no longer, with the child arriving at 9:30. */
export const DAY = '2026-11-25';
export const at = (time: string) => `${DAY}T${time}:00.000Z`;
export const ONLY = '2026-11-25T05:30:00.000Z';
export const there = { availability: hours('10:00', '11:00') };
export const interviewer = aPerson(CENTRE, 'forensic-interviewer', { ...there, sex: 'female' });
export const psychologist = aPerson(CENTRE, 'psychologist', {
  availability: hours('10:00', '11:45'),
});
export const worker = aPerson(LEAD, 'social-worker', { ...there, account: 'person-1' });
export const house = aHouse();
export const resources = [interviewer, psychologist, worker, ...house];
export const visit = aVisit();

export const search = (over: Partial<Sought> = {}) =>
  findTimes(
    aSearch({ interview: visit, resources, from: at('00:00'), to: at('18:00'), ...over }),
    georgiaAt(),
  );
/** The codes that each alone, or together, prevent the one time there is. */
export const blockers = (over: Partial<Sought>) => {
  const { items, blocked } = search(over);
  expect(items).toEqual([]);
  return blocked?.blockers.map(({ codes }) => codes.join('+'));
};
export const replaced = (one: Resource, over: Partial<Resource>) =>
  resources.map((each) => (each === one ? { ...one, ...over } : each));
export const without = (one: Resource) => resources.filter((each) => each !== one);
export const kind = (name: Resource['kind']): Resource => {
  const found = house.find((one) => one.kind === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
export const withRole = (role: string, over: Partial<PlannedRole>) =>
  aVisit({ roles: visit.roles.map((one) => (one.role === role ? { ...one, ...over } : one)) });
export const taken = (sheet: string, from = 40, to = 41) =>
  ({ calendars: takenOn({ sheet, day: DAY, from, to }) }) as const;
export const quarter = (hour: number, minute = 0) => hour * 4 + minute / 15;
