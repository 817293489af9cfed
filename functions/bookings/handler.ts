import * as contract from '../../shared/contract/bookings.ts';
import * as slots from '../../shared/contract/slots.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { PROPOSAL_SECRET, proposals } from '../../shared/store/proposals.ts';
import { cancelBooking } from './cancel-booking.ts';
import { confirmBooking } from './confirm-booking.ts';
import { declineBooking } from './decline-booking.ts';
import { Env } from './env.ts';
import { findSlots } from './find-slots.ts';
import { holdSlot } from './hold-slot.ts';
import { listBookings } from './list-bookings.ts';
import { moveBooking } from './move-booking.ts';
import { recordNoShow } from './record-no-show.ts';
import { waitForSlot } from './wait-for-slot.ts';

const { OPEN_CENTRES: openCentres, ...env } = Env.parse(process.env);
const hub = apiOf(env);
const deps = { ...hub, proposals: proposals(hub.secret(PROPOSAL_SECRET)) };
const plan = { ...deps, interviews: interviews(deps.table), openCentres };

export const handler = http(deps.door, [
  on(slots.findSlots, findSlots(plan)),
  on(slots.waitForSlot, waitForSlot(plan)),
  on(contract.holdSlot, holdSlot(deps)),
  on(contract.listBookings, listBookings(deps)),
  on(contract.confirmBooking, confirmBooking(deps)),
  on(contract.declineBooking, declineBooking(deps)),
  on(contract.moveBooking, moveBooking(deps)),
  on(contract.cancelBooking, cancelBooking(deps)),
  on(contract.recordNoShow, recordNoShow(deps)),
]);
