import { VisitMessage } from '../../shared/domain/journal/messages.ts';
import { vaultedStoreOf } from '../../shared/platform/runtime.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { calendars } from '../../shared/store/calendars.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { Env } from './env.ts';
import { replanVisit } from './replan-visit.ts';

const { OPEN_CENTRES: openCentres, ...env } = Env.parse(process.env);
const store = vaultedStoreOf(env);
const { table } = store;

export const handler = workerOf(
  VisitMessage,
  replanVisit({
    ...store,
    openCentres,
    interviews: interviews(table),
    calendars: calendars(table),
  }),
);
