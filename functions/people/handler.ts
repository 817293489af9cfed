import { KMSClient } from '@aws-sdk/client-kms';
import * as clients from '../../shared/contract/clients.ts';
import * as loads from '../../shared/contract/loads.ts';
import * as people from '../../shared/contract/people.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { userPool } from '../../shared/platform/user-pool.ts';
import { changePerson } from './change-person.ts';
import { confirmProposal } from './confirm-proposal.ts';
import { endClientSecret } from './end-client-secret.ts';
import { endSession } from './end-session.ts';
import { endSignIns } from './end-sign-ins.ts';
import { Env } from './env.ts';
import { invitePerson } from './invite-person.ts';
import { listClients } from './list-clients.ts';
import { listLoads, ownLoad } from './list-loads.ts';
import { listPeople } from './list-people.ts';
import { listProposals } from './list-proposals.ts';
import { removePerson } from './remove-person.ts';
import { rotateClient } from './rotate-client.ts';
import { setClientCertificates } from './set-client-certificates.ts';
import { takeUpMembership } from './take-up-membership.ts';

const env = Env.parse(process.env);
const { USER_POOL_URL: url, USER_POOL_ID: poolId } = env;
const deps = { ...apiOf(env), pool: userPool({ url, poolId, signer: new KMSClient({}).config }) };

export const handler = http(deps.door, [
  on(people.listPeople, listPeople(deps)),
  on(people.invitePerson, invitePerson(deps)),
  on(people.changePerson, changePerson(deps)),
  on(people.removePerson, removePerson(deps)),
  on(people.endSignIns, endSignIns(deps)),
  on(people.listProposals, listProposals(deps)),
  on(people.confirmProposal, confirmProposal(deps)),
  on(people.takeUpMembership, takeUpMembership(deps)),
  on(people.endSession, endSession(deps)),
  on(loads.ownLoad, ownLoad(deps)),
  on(loads.listLoads, listLoads(deps)),
  on(clients.listClients, listClients(deps)),
  on(clients.rotateClient, rotateClient(deps)),
  on(clients.endClientSecret, endClientSecret(deps)),
  on(clients.setClientCertificates, setClientCertificates(deps)),
]);
