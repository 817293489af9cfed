import * as z from 'zod';
import { AgencyId, InboundKeyId, TaskId } from '../domain/ids.ts';
import { PublicKey } from '../domain/inbound/public-key.ts';
import { ReferralSubmission } from '../domain/referral/submission.ts';
import { Instant } from '../domain/time.ts';
import { Scheme } from '../domain/webhook/endpoint.ts';
import { Links } from './common.ts';
import { endpoint } from './endpoint.ts';
import { ReferralReceipt } from './referral-view.ts';
import { submitReferral } from './referrals.ts';
import { TaskTransition, TaskView, transitionTask } from './tasks.ts';

const params = { keyId: InboundKeyId };

const KeyView = z.object({
  number: z.int(),
  scheme: Scheme,
  publicKey: z.string().optional(),
  createdAt: Instant,
  until: Instant.optional(),
});

/** A door into the hub, as its agency sees it: never a secret. */
export const InboundKeyView = z.object({
  id: InboundKeyId,
  /** The account on whose behalf everything counts that is signed with it. */
  account: z.string(),
  /** Those that are good at this moment, the newest last. */
  keys: z.array(KeyView),
  createdAt: Instant,
  version: z.int(),
  links: Links,
});

/** With its new secret, once; a repetition of the call shows none. */
const Opened = InboundKeyView.extend({ secret: z.string().optional() });

/** A secret the hub makes, or the public half of a pair that the partner keeps to itself. */
const v1 = { scheme: z.literal('v1') };
const v1a = { scheme: z.literal('v1a'), publicKey: PublicKey };

const rotation = { overlapDays: z.int().min(0).max(7) };

export const createInboundKey = endpoint({
  method: 'POST',
  path: '/v1/inbound-keys',
  operation: 'createInboundKey',
  function: 'inbound',
  action: 'inbound.manage',
  summary: {
    ka: 'გასაღები, რომლითაც თქვენი სისტემა ჰაბისკენ გამოგზავნილს მოაწერს ხელს; საიდუმლო ერთხელ გამოჩნდება',
    en: 'Register a key by which your system signs what it sends to the hub; a secret is shown once',
  },
  body: z.discriminatedUnion('scheme', [z.strictObject(v1), z.strictObject(v1a)]),
  idempotent: true,
  answers: { 201: Opened },
  refuses: ['system-account-needed', 'too-many-inbound-keys'],
});

export const listInboundKeys = endpoint({
  method: 'GET',
  path: '/v1/inbound-keys',
  operation: 'listInboundKeys',
  function: 'inbound',
  action: 'inbound.manage',
  summary: {
    ka: 'უწყების გასაღებები ჰაბისკენ გამოსაგზავნად',
    en: 'The agency’s keys for what it sends to the hub',
  },
  answers: { 200: z.object({ items: z.array(InboundKeyView) }) },
  refuses: [],
});

export const rotateInboundKey = endpoint({
  method: 'POST',
  path: '/v1/inbound-keys/{keyId}/rotations',
  operation: 'rotateInboundKey',
  function: 'inbound',
  action: 'inbound.manage',
  summary: {
    ka: 'გასაღების შეცვლა; ძველი მითითებულ დღეებამდე ძალაშია',
    en: 'Replace a key; the old one stays good for the days given',
  },
  params,
  body: z.discriminatedUnion('scheme', [
    z.strictObject({ ...v1, ...rotation }),
    z.strictObject({ ...v1a, ...rotation }),
  ]),
  conditional: true,
  answers: { 200: Opened },
  refuses: ['not-found', 'key-of-other-account', 'too-many-inbound-keys'],
});

export const deleteInboundKey = endpoint({
  method: 'DELETE',
  path: '/v1/inbound-keys/{keyId}',
  operation: 'deleteInboundKey',
  function: 'inbound',
  action: 'inbound.manage',
  summary: { ka: 'გასაღების გაუქმება, მაშინვე', en: 'Close a key, at once' },
  params,
  answers: { 204: z.undefined() },
  refuses: ['not-found'],
});

/** What Standard Webhooks has beside type and data; the hub goes by its own clock. */
const sentAt = { timestamp: z.iso.datetime({ offset: true }).optional() };

/** What a partner's system may send: the bodies of the endpoints themselves, told apart by `type`. */
export const InboundMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('task.transition'),
    ...sentAt,
    /** The version stands for `If-Match`. */
    data: TaskTransition.extend({ task: TaskId, version: z.int().min(1) }),
  }),
  z.strictObject({ type: z.literal('referral.submit'), ...sentAt, data: ReferralSubmission }),
]);

export const receiveWebhook = endpoint({
  method: 'POST',
  path: '/v1/inbound/{agency}',
  operation: 'receiveWebhook',
  function: 'inbound',
  signed: true,
  summary: {
    ka: 'პარტნიორის სისტემის ხელმოწერილი ვებჰუკი: ამოცანის სვლა ან შეტყობინება',
    en: 'A signed webhook from a partner’s system: a step of a task, or a referral',
  },
  params: { agency: AgencyId },
  body: InboundMessage,
  answers: { 200: TaskView, 201: ReferralReceipt },
  refuses: [
    ...new Set([...transitionTask.refuses, ...submitReferral.refuses]),
    // The version stands in the body.
  ].filter((code) => code !== 'if-match-absent'),
});
