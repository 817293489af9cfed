import { refuseWorker } from '../../shared/domain/family/decide.ts';
import { REPRESENTATIVE_WORK } from '../../shared/domain/family/representatives.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { Held } from '../../shared/domain/task/worker.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { leadWorkers } from '../../shared/store/lead-workers.ts';

interface Taking {
  readonly task: Task;
  readonly to: string;
  readonly actingPerson?:
    | { readonly name: string; readonly phone?: string | undefined }
    | undefined;
  readonly held: Held;
}

/** Whoever represents the child in the proceedings is never the one who leads its case. */
export async function checkRepresentative(
  { records, sealing }: Pick<VaultedStore, 'records' | 'sealing'>,
  { task, to, actingPerson, held }: Taking,
): Promise<void> {
  if (task.kind !== REPRESENTATIVE_WORK || to !== 'accepted' || !task.case) return;
  const [opened, tasks] = await Promise.all([
    records.case(task.case),
    records.tasksOf({ kind: 'case', id: task.case }),
  ]);
  const workers = await leadWorkers(sealing, opened, tasks);
  refuseWorker({ ...actingPerson, account: held.worker }, workers, '/actingPerson');
}
