import type { Case } from '../domain/case/case.ts';
import type { Person } from '../domain/family/decide.ts';
import type { Task } from '../domain/task/task.ts';
import type { sealing as sealingOf } from './records.ts';

/** Who leads a case: by account, and by the name and number that the acceptance gave. */
export async function leadWorkers(
  sealing: Pick<ReturnType<typeof sealingOf>, 'forHub'>,
  opened: Case,
  tasks: readonly Task[],
): Promise<Person[]> {
  const leading = tasks.filter(({ role, agency }) => role === 'lead' && agency === opened.lead);
  const accounts = leading.flatMap(({ worker, deputy }) => [worker, deputy]);
  const { outcome } = await sealing.forHub(opened, 'lead-workers');
  const named = [outcome?.actingPerson, outcome?.deputy].flatMap((one) =>
    one ? [nameAndPhone(one)] : [],
  );
  return [...accounts.flatMap((account) => (account ? [{ account }] : [])), ...named];
}

/** Kept as one line, the name first and the number behind the last comma. */
function nameAndPhone(text: string): Person {
  const [, name = text, phone] = /^(.*), ([^,]+)$/.exec(text) ?? [];
  return { name, phone };
}
