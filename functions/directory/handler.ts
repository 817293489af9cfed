import * as contract from '../../shared/contract/directory.ts';
import { http, on, open } from '../../shared/platform/http.ts';
import { owedChecks } from '../../shared/platform/owed-checks.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { asyncApi } from './async-api.ts';
import { docs } from './docs.ts';
import { asyncDocumentBeside, documentBeside, signedInAt } from './document.ts';
import { Env } from './env.ts';
import { getCodeLists } from './get-code-lists.ts';
import { getInstruments } from './get-instruments.ts';
import { getMembership } from './get-membership.ts';
import { health } from './health.ts';
import { listAgencies } from './list-agencies.ts';
import { listMunicipalities } from './list-municipalities.ts';
import { listOwedChecks } from './list-owed-checks.ts';
import { openApi } from './open-api.ts';
import { publication } from './publication.ts';
import { receiptPage } from './receipt-page.ts';

const env = Env.parse(process.env);
const deps = apiOf(env);
const signIn = { authorizationUrl: env.AUTHORIZATION_URL, tokenUrl: env.TOKEN_URL };
const published = publication(() => signedInAt(documentBeside(import.meta.url), signIn));

// Public lists: nobody is looked at in them, so nobody's look is written down, and the role cannot.
const { tokens, principals } = deps.door;

export const handler = http({ tokens, principals }, [
  open(contract.health, health(deps)),
  open(contract.openApi, openApi(published)),
  open(
    contract.asyncApi,
    asyncApi(() => asyncDocumentBeside(import.meta.url)),
  ),
  open(contract.docs, docs(published)),
  open(contract.receiptPage, receiptPage(deps)),
  on(contract.getMembership, getMembership(deps)),
  on(contract.listAgencies, listAgencies(deps)),
  on(contract.listMunicipalities, listMunicipalities(deps)),
  on(contract.getCodeLists, getCodeLists(deps)),
  on(contract.getInstruments, getInstruments(deps)),
  on(contract.listOwedChecks, listOwedChecks(owedChecks)),
]);
