import { randomUUID } from 'node:crypto';
import * as contract from '../../shared/contract/retention.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { erasuresUntil } from '../../shared/store/erasures.ts';
import { rotations } from '../../shared/store/rotations.ts';
import { endProceedings } from './end-proceedings.ts';
import { Env } from './env.ts';
import { getRetention } from './get-retention.ts';
import { askLifting, confirmLifting } from './lift-hold.ts';
import { listErasures } from './list-erasures.ts';
import { beginRotation, getRotation } from './rotate-keys.ts';
import { setHold } from './set-hold.ts';

const store = apiOf(Env.parse(process.env));
const deps = {
  ...store,
  erasuresUntil: erasuresUntil(store.table),
  rotations: rotations(store.table, randomUUID),
};

export const handler = http(deps.door, [
  on(contract.endProceedings, endProceedings(deps)),
  on(contract.getRetention, getRetention(deps)),
  on(contract.setHold, setHold(deps)),
  on(contract.askLifting, askLifting(deps)),
  on(contract.confirmLifting, confirmLifting(deps)),
  on(contract.listErasures, listErasures(deps)),
  on(contract.beginRotation, beginRotation(deps)),
  on(contract.getRotation, getRotation(deps)),
]);
