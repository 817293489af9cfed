import { randomUUID } from 'node:crypto';
import { explainAccess as explained, openActions as open } from '../../shared/contract/access.ts';
import * as contract from '../../shared/contract/oversight.ts';
import * as ofUnits from '../../shared/contract/oversight-units.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { feeds } from '../../shared/store/feed.ts';
import { oversightLists } from '../../shared/store/oversight.ts';
import { unitWork } from '../../shared/store/unit-work.ts';
import { checkWatched } from './check-watched.ts';
import { Env } from './env.ts';
import { explainAccess } from './explain-access.ts';
import { listDutyGaps } from './list-duty-gaps.ts';
import { listUnanswered } from './list-unanswered.ts';
import { listUnits } from './list-units.ts';
import { listWatched } from './list-watched.ts';
import { openActions } from './open-actions.ts';

const store = apiOf(Env.parse(process.env));
const deps = {
  ...store,
  oversight: oversightLists(store.table, store.cursors),
  units: unitWork(store.table, feeds(store.table, randomUUID)),
};

export const handler = http(deps.door, [
  on(contract.listUnanswered, listUnanswered(deps)),
  on(contract.listWatched, listWatched(deps)),
  on(ofUnits.listDutyGaps, listDutyGaps(deps)),
  on(ofUnits.listUnits, listUnits(deps)),
  on(contract.checkWatched, checkWatched(deps)),
  on(explained, explainAccess(deps)),
  on(open, openActions(deps)),
]);
