import { Refusal } from '../refusal.ts';
import type { Attending, Sought } from './sought.ts';

/**
 * An alleged perpetrator is never booked, nor anybody of his household; what is not known counts as
 * if it were so. A child said to have harmed this one is never part of its visit.
 */
export function mayAttend({ attending, siblings, apart }: Sought): void {
  const tied = attending.flatMap(tiesOf);
  if (tied.length > 0) throw new Refusal('accused-not-at-visit', tied);
  const harming = siblings.filter((sibling) => apart.includes(sibling.case));
  if (harming.length > 0) {
    throw new Refusal('harming-child-not-at-visit', [
      { pointer: '/siblings', code: 'harming-child' },
    ]);
  }
}

const tiesOf = ({ role, ties }: Attending) => {
  const pointer = `/roles/${role}`;
  return [
    ...(ties.accused === 'no' ? [] : [{ pointer, code: `accused-${ties.accused}` }]),
    ...(ties.sharesHousehold === 'no'
      ? []
      : [{ pointer, code: `accused-household-${ties.sharesHousehold}` }]),
  ];
};
