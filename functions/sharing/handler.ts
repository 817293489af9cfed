import * as contract from '../../shared/contract/sharing.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { tellings } from '../../shared/store/told.ts';
import { Env } from './env.ts';
import { listConsents } from './list-consents.ts';
import { overrideConsent } from './override-consent.ts';
import { previewReferral } from './preview-referral.ts';
import { recordConsent } from './record-consent.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const { OPEN_CENTRES: openCentres, ...env } = Env.parse(process.env);
const store = apiOf(env);
const deps = { ...store, openCentres, tellings: tellings(store.table, store.records) };

export const handler = http(deps.door, [
  on(contract.recordConsent, recordConsent(deps)),
  on(contract.listConsents, listConsents(deps)),
  on(contract.withdrawConsent, withdrawConsent(deps)),
  on(contract.previewReferral, previewReferral(deps)),
  on(contract.overrideConsent, overrideConsent(deps)),
]);
