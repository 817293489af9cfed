import type { Case } from '../domain/case/case.ts';
import { inForce } from '../domain/family/household.ts';
import { Speaker } from '../domain/family/parts.ts';
import { sameName } from '../domain/finding/same-name.ts';
import type { Attending } from '../domain/finding/sought.ts';
import type { Interview } from '../domain/interview/interview.ts';
import { familyOf } from './family-facts.ts';
import type { Records, sealing as sealingOf } from './records.ts';

interface Read {
  readonly records: Pick<Records, 'referral' | 'referralsOf' | 'parts'>;
  readonly sealing: Pick<ReturnType<typeof sealingOf>, 'forHub'>;
}
interface Visit {
  readonly interview: Interview;
  readonly family: readonly Case[];
}

/** The capacity, and the role, of a parent or guardian. */
const REPRESENTATIVE = 'legal-representative';
const COMPANION = 'companion';

/** Who comes along of the child's own, where the plan says so, and how each is tied to the accused. */
export async function attendingOf(read: Read, visit: Visit, at: string): Promise<Attending[]> {
  const planned = visit.interview.roles.map(({ role }) => role);
  const each = await Promise.all([
    planned.includes(REPRESENTATIVE) ? representative(read, visit, at) : [],
    planned.includes(COMPANION) ? companion(read, visit) : [],
  ]);
  return each.flat();
}

async function representative({ records }: Read, { family }: Visit, at: string) {
  const decided = await Promise.all(
    family.map(({ id }) => records.parts('speaker', Speaker, { kind: 'case', id })),
  );
  const speaks = inForce(decided.flat(), at);
  return decided
    .flat()
    .filter((one) => one === speaks && one.capacity === REPRESENTATIVE)
    .map(({ ties }): Attending => ({ role: REPRESENTATIVE, ties }));
}

/** A companion who bears the name of an alleged perpetrator is taken for that person. */
async function companion(read: Read, { interview, family }: Visit): Promise<Attending[]> {
  const { family: own } = await read.sealing.forHub(interview, 'who-attends');
  const name = own?.companion?.name;
  if (name === undefined) return [];
  const accused = (await Promise.all(family.map((one) => accusedIn(read, one)))).flat();
  const is = accused.some((other) => sameName(name, other));
  const no = { sharesHousehold: 'no', dependsOnAccused: 'no' } as const;
  return [{ role: COMPANION, ties: { accused: is ? 'yes' : 'no', ...no } }];
}

/** Names of all who are accused in a case; opened for this alone. */
async function accusedIn(read: Read, { id }: Case): Promise<string[]> {
  const { reports, named } = await familyOf(read, { id });
  const parts = await Promise.all(
    named.map(async (part) => {
      const { concern } = await read.sealing.forHub(part, 'who-attends');
      return concern?.allegedPerpetrators ?? [];
    }),
  );
  const said = reports.flatMap(({ perpetrators, added }) => [
    ...perpetrators,
    ...added.map((one) => one.said),
  ]);
  return [...said, ...parts.flat()].flatMap(({ name }) => name ?? []);
}
