import * as family from '../../shared/contract/family.ts';
import * as inside from '../../shared/contract/inside.ts';
import * as contract from '../../shared/contract/protection.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { addressMarks } from './address-marks.ts';
import { askAddressLift } from './ask-address-lift.ts';
import { confirmAddressLift } from './confirm-address-lift.ts';
import { confirmContact, withdrawContact } from './confirm-contact.ts';
import { conflicts } from './conflicts.ts';
import { declareConflict } from './declare-conflict.ts';
import { Env } from './env.ts';
import { explainShield } from './explain-shield.ts';
import { liftSeal } from './lift-seal.ts';
import { protectAddress } from './protect-address.ts';
import { requestRepresentative } from './request-representative.ts';
import { sealCase } from './seal-case.ts';
import { seals } from './seals.ts';
import { sendNotice } from './send-notice.ts';
import { undoConflict } from './undo-conflict.ts';

const deps = apiOf(Env.parse(process.env));

export const handler = http(deps.door, [
  on(contract.sealCase, sealCase(deps)),
  on(contract.seals, seals(deps)),
  on(contract.liftSeal, liftSeal(deps)),
  on(contract.protectAddress, protectAddress(deps)),
  on(contract.addressMarks, addressMarks(deps)),
  on(contract.askAddressLift, askAddressLift(deps)),
  on(contract.confirmAddressLift, confirmAddressLift(deps)),
  on(inside.declareConflict, declareConflict(deps)),
  on(inside.conflicts, conflicts(deps)),
  on(inside.undoConflict, undoConflict(deps)),
  on(inside.requestRepresentative, requestRepresentative(deps)),
  on(family.confirmContact, confirmContact(deps)),
  on(family.withdrawContact, withdrawContact(deps)),
  on(family.sendNotice, sendNotice(deps)),
  on(family.explainShield, explainShield(deps)),
]);
