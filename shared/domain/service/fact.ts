import * as z from 'zod';
import { CallWay, LadderRole } from '../call/call.ts';
import { AgencyId, EndpointId, EventId, InboundKeyId } from '../ids.ts';
import { EventType } from '../journal/event.ts';
import type { Labels } from '../labels.ts';
import { Instant } from '../time.ts';

/** What can be proved of handing a task over, in the order in which it stands where the time is one. */
export const ServiceFact = z.enum([
  'requested',
  'told',
  'attempted',
  'delivered',
  'fetched',
  'called',
  'unreached',
  'parked',
  'received',
]);
export type ServiceFact = z.infer<typeof ServiceFact>;

/** One thing that happened, the same for every reader: ids, codes, numbers and instants only. */
export const Fact = z.object({
  at: Instant,
  what: ServiceFact,
  agency: AgencyId.optional(),
  account: z.string().optional(),
  /** The key with which the account's system signed it. */
  through: InboundKeyId.optional(),
  action: z.string().optional(),
  /** Numbers in the feed of the task's agency. */
  sequence: z.int().optional(),
  sequences: z.array(z.int()).optional(),
  event: EventId.optional(),
  type: EventType.optional(),
  endpoint: EndpointId.optional(),
  /** Which attempt of this webhook at this endpoint, counted from 1. */
  attempt: z.int().optional(),
  status: z.int().optional(),
  error: z.string().optional(),
  milliseconds: z.int().optional(),
  keys: z.array(z.int()).optional(),
  /** Which sending by hand it belongs to. */
  replay: z.int().optional(),
  role: LadderRole.optional(),
  way: CallWay.optional(),
  result: z.string().optional(),
});
export type Fact = z.infer<typeof Fact>;

/** For a reader. */
export const serviceWords: Readonly<Record<ServiceFact, Labels>> = {
  requested: { ka: 'ამოცანა მიეცა უწყებას', en: 'The agency was asked' },
  told: { ka: 'ჩაიწერა უწყების ლენტაში', en: 'Written into the agency’s feed' },
  attempted: { ka: 'ვებჰუკის გაგზავნის მცდელობა', en: 'A webhook was sent' },
  delivered: { ka: 'უწყების სისტემამ მიიღო', en: 'A system of the agency took it' },
  fetched: { ka: 'უწყებამ ამოცანა წაიკითხა', en: 'The agency read the task' },
  called: { ka: 'ადამიანს დაუკავშირდნენ', en: 'A person was called' },
  unreached: { ka: 'უწყებამდე დროულად ვერ მიაღწია', en: 'It had not reached the agency in time' },
  parked: { ka: 'გადაიდო: ვებჰუკის მისამართი გათიშულია', en: 'Put aside: its endpoint is off' },
  received: { ka: 'ადამიანმა ჩაიბარა', en: 'Received by a person' },
};
