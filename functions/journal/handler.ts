import { randomUUID } from 'node:crypto';
import * as contract from '../../shared/contract/journal.ts';
import { http, on } from '../../shared/platform/http.ts';
import { digests } from '../../shared/platform/journal-digests.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { ENTRY_SECRET, HEAD_SECRET } from '../../shared/platform/sealing-journal.ts';
import { feeds } from '../../shared/store/feed.ts';
import { journalLog } from '../../shared/store/journal-log/log.ts';
import { logProofs } from '../../shared/store/journal-log/nodes.ts';
import { logPlaces } from '../../shared/store/journal-log/places.ts';
import { signedHeads } from '../../shared/store/journal-log/signed-heads.ts';
import { Env } from './env.ts';
import { exportJournal } from './export-journal.ts';
import { proveConsistency, proveInclusion } from './prove.ts';
import { getHead, listHeads } from './read-heads.ts';
import { signHead } from './sign-head.ts';

const store = apiOf(Env.parse(process.env));
const { table } = store;
const proofs = logProofs({ table, digests });
const deps = {
  ...store,
  log: journalLog({ table, digests, newToken: randomUUID }),
  heads: signedHeads(table),
  proofs,
  places: logPlaces(table, proofs),
  feeds: feeds(table, randomUUID),
  secret: store.secret(HEAD_SECRET),
  entrySecret: store.secret(ENTRY_SECRET),
};

export const handler = http(deps.door, [
  on(contract.listHeads, listHeads(deps)),
  on(contract.getHead, getHead(deps)),
  on(contract.signHead, signHead(deps)),
  on(contract.proveConsistency, proveConsistency(deps)),
  on(contract.proveInclusion, proveInclusion(deps)),
  on(contract.exportJournal, exportJournal(deps)),
]);
