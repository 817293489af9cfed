import { explainAccess as explained } from '../../shared/contract/access.ts';
import * as contract from '../../shared/contract/oversight.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { oversightLists } from '../../shared/store/oversight.ts';
import { checkWatched } from './check-watched.ts';
import { Env } from './env.ts';
import { explainAccess } from './explain-access.ts';
import { listUnanswered } from './list-unanswered.ts';
import { listWatched } from './list-watched.ts';

const store = apiOf(Env.parse(process.env));
const deps = { ...store, oversight: oversightLists(store.table, store.cursors) };

export const handler = http(deps.door, [
  on(contract.listUnanswered, listUnanswered(deps)),
  on(contract.listWatched, listWatched(deps)),
  on(contract.checkWatched, checkWatched(deps)),
  on(explained, explainAccess(deps)),
]);
