import { VisitMessage } from '../../shared/domain/journal/messages.ts';
import { vaultedStoreOf } from '../../shared/platform/runtime.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { Env } from './env.ts';
import { replanVisit } from './replan-visit.ts';

const { OPEN_CENTRES: openCentres, ...env } = Env.parse(process.env);

export const handler = workerOf(VisitMessage, replanVisit({ ...vaultedStoreOf(env), openCentres }));
