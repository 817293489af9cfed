import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoints } from '../shared/contract/index.ts';
import { HUB_READS } from '../shared/domain/disclosure/hub-reads.ts';
import { CallsMessage } from '../shared/domain/journal/call-messages.ts';
import { EventType } from '../shared/domain/journal/event.ts';
import {
  FeedMessage,
  InvitationMessage,
  RoutingMessage,
  VisitMessage,
} from '../shared/domain/journal/messages.ts';
import { payloadSchema } from '../shared/domain/webhook/payload-schema.ts';
import { DeliveryMessage } from '../shared/platform/delivery-queue.ts';
import {
  FOR_HUB,
  talkative,
  unknownSenders,
  unnamedMetrics,
  unpermitted,
} from './projection/checks.ts';
import {
  callsOf,
  freeTexts,
  places,
  sourcesIn,
  together,
  useCasesOf,
} from './projection/outputs.ts';

/** Whatever leaves the hub goes through one reduction: what access decided, and the views. */
const sources = sourcesIn('functions', 'shared');
const planted = (text: string, path = 'functions/cases/planted.ts') => [...sources, { path, text }];

const jsonSchema = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', reused: 'inline' });

describe('what is sealed', () => {
  it('is opened by a permit, as one’s own, or for a purpose of the hub in a place that is known', () => {
    expect(callsOf(sources, /sealing\.(?:open|own|forHub)\(/g).length).toBeGreaterThan(70);
    expect(unpermitted(sources)).toEqual([]);
  });

  it('has no purpose of the hub that nobody uses, and none beside the list', () => {
    expect([...Object.keys(FOR_HUB), 'seal-anew'].toSorted()).toEqual(
      Object.keys(HUB_READS).toSorted(),
    );
    for (const [use, paths] of Object.entries(FOR_HUB)) {
      for (const path of paths) {
        const text = sources.find((one) => one.path === path)?.text ?? '';
        expect(text, `${use} in ${path}`).toContain(`'${use}'`);
      }
    }
    for (const { why } of Object.values(HUB_READS)) expect(why).toMatch(/^[A-Z].{20,}\.$/);
  });

  it.each([
    ['past the permit', "await vault.open(place, sealed, ['outcome']);"],
    ['by a permit made up', "const permit = { rule: 'lead', groups } as unknown as Permit;"],
    ['for the hub where nobody said so', "await sealing.forHub(referral, 'route');"],
    ['for a purpose chosen at run time', 'await sealing.forHub(referral, use);'],
    ['to be sealed again, and is not', "await sealing.forHub(task, 'seal-anew');"],
    ['as a secret', "await vault.openText(place, 'name', box);"],
  ])('is found when it is opened %s', (_, text) => {
    expect(unpermitted(planted(text))).toHaveLength(1);
  });
});

/** Of systems and their deliveries, of what is published, of proofs: nothing is kept there of a child. */
const NO_CHILD = 'endpoints feed inbound directory partners resources journal people'.split(' ');
/**
 * Answers of ids, codes, texts of the pack and instants alone, or the caller’s own words: what of them
 * is anybody’s, the canaries and the matrix of strangers look after.
 */
const PLAIN: readonly string[] = [
  ...['absenceNote', 'childInformation', 'visibility', 'permitTopics', 'findSlots', 'waitForSlot'],
  ...['addNews', 'openConditions', 'listInterviews', 'declareAbsence', 'beginRotation'],
  ...['getRotation', 'dutyDesks'],
];

const VIEW = /shared\/domain\/disclosure\/(?!hub-reads|own-words)|sealing\.(?:open|own)\(/;
const DECISION =
  /\bmay\(|\bjudge\(|servedTask|keepBusy|shared\/platform\/read-|readVisit|ownEndpoint|\bfound\(/;

describe('every answer of the contract', () => {
  const closed = endpoints.filter((one) => !one.public);
  const folders = [...new Set(closed.map((one) => one.function))];
  const useCases = folders.flatMap((folder) => useCasesOf(folder, sources));
  const without = (pattern: RegExp) =>
    useCases.filter(({ path }) => !pattern.test(together(path, sources)));

  it('is made by a use case that is found', () => {
    expect(useCases.length).toBe(closed.length);
    expect(useCases.filter(({ path }) => !sources.some((one) => one.path === path))).toEqual([]);
  });

  it('is reduced by a view, or is plain', () => {
    const open = without(VIEW).filter(
      ({ path }) => !NO_CHILD.some((folder) => path.startsWith(`functions/${folder}/`)),
    );
    expect(open.map(({ name }) => name).toSorted()).toEqual([...PLAIN].toSorted());
  });

  it('follows a decision of access', () => {
    expect(without(DECISION).map(({ name }) => name)).toEqual(['receiveWebhook']);
  });
});

describe('what is sent without being asked for', () => {
  it('has no place for anybody’s words: entries of feeds, webhooks, messages of queues', () => {
    const messages = { FeedMessage, RoutingMessage, VisitMessage, InvitationMessage };
    const open = Object.entries({ ...messages, DeliveryMessage, CallsMessage }).flatMap(
      ([name, schema]) => freeTexts(jsonSchema(schema)).map((at) => `${name}${at}`),
    );
    expect(open).toEqual([
      'FeedMessage/subject/id',
      'DeliveryMessage/lane',
      'CallsMessage/subject/id',
    ]);
    const webhooks = EventType.options.flatMap((type) =>
      freeTexts(jsonSchema(payloadSchema(type))),
    );
    expect(webhooks).toEqual([]);
    expect(freeTexts(z.toJSONSchema(z.object({ note: z.string() })))).toEqual(['/note']);
  });

  it('leaves from places that are written down', () => {
    expect(unknownSenders(sources)).toEqual([]);
    expect(unknownSenders(planted('await channels.sms(phone, task.note);'))).toHaveLength(1);
    expect(unknownSenders(planted('client.send(new SendMessageBatchCommand(x))'))).toHaveLength(1);
  });

  it('comes from functions that can open nothing: feeds, relays, calendars, seals of the journal', () => {
    const closed = ['append-feed', 'relay-journal', 'feed', 'project-calendar', 'seal-journal'];
    const own = sources.filter(({ path }) =>
      closed.some((name) => path.startsWith(`functions/${name}/`)),
    );
    expect(own.length).toBeGreaterThan(12);
    expect(
      own
        .filter(({ text }) => /\bsealing\.\w+\(|\.openText\(|forHub/.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('what the hub says of itself', () => {
  it('is a fixed sentence with ids, codes and counts, in every line of the log', () => {
    expect(callsOf(sources, /\blogger\.\w+\(/g).length).toBeGreaterThan(15);
    expect(talkative(sources)).toEqual([]);
    expect(
      talkative(planted("logger.info('read', { narrative: details.narrative });")),
    ).toHaveLength(1);
    expect(talkative(planted("logger.info('read', referral);"))).toHaveLength(1);
    expect(talkative(planted('logger.error(error.message);'))).toHaveLength(1);
    expect(
      callsOf(sources, /\bconsole\.\w+\(/g).filter(
        ({ path }) => !path.startsWith('shared/policy/cli'),
      ),
    ).toEqual([]);
  });

  it('is a name of the code in every metric', () => {
    expect(unnamedMetrics(sources)).toEqual([]);
    expect(
      unnamedMetrics(planted('metrics.addMetric(task.note, MetricUnit.Count, 1);')),
    ).toHaveLength(1);
    expect(unnamedMetrics(planted("metrics.addDimension('child', name);"))).toHaveLength(1);
  });

  it('is in a refusal what the hub’s own list says, and where in the body it was', () => {
    const echoing = callsOf(sources, /new Refusal\(/g).filter(({ inside }) =>
      /\$\{(?!(?:index|i|place|at|number|name|wrong|unknown|code|missing)\})/.test(inside),
    );
    expect(places(echoing)).toEqual([]);
  });
});
