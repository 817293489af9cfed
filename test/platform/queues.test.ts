import { Readable } from 'node:stream';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { newEndpointId } from '../../shared/domain/ids.ts';
import { owedMessages } from '../../shared/domain/journal/messages.ts';
import { deliveryQueue } from '../../shared/platform/delivery-queue.ts';
import { outgoingQueues } from '../../shared/platform/queues.ts';
import { anEvent, aReferralId, counting, LEAD, POLICE } from '../build.ts';

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
}

/** The real client over a wire that takes what is sent, but for the entries named. */
const wire = (failing: readonly string[] = []) => {
  const sent: { QueueUrl: string; Entries: Entry[] }[] = [];
  const client = new SQSClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    md5: false,
    requestHandler: {
      handle: async ({ body }: { body: string }) => {
        const call = JSON.parse(body);
        sent.push(call);
        const Failed = call.Entries.filter(({ Id }: Entry) => failing.includes(Id)).map(
          ({ Id }: Entry) => ({ Id, Code: 'InternalError', SenderFault: false }),
        );
        const answer = Buffer.from(JSON.stringify({ Successful: [], Failed }));
        const headers = { 'content-type': 'application/x-amz-json-1.0' };
        return { response: { statusCode: 200, headers, body: Readable.from([answer]) } };
      },
    },
  });
  return { sent, client };
};
const urls = {
  routing: 'https://sqs/routing',
  feed: 'https://sqs/feed',
  calls: 'https://sqs/calls',
  visits: 'https://sqs/visits',
  invitations: 'https://sqs/invitations',
};
const submitted = () =>
  anEvent({
    type: 'referral.submitted',
    subject: { kind: 'referral', id: aReferralId() },
    to: [LEAD],
  });

describe('owed messages', () => {
  it('go to their queues: feeds in order for each agency, routing in any', async () => {
    const { sent, client } = wire();
    const owed = owedMessages(submitted());
    expect(await outgoingQueues(client, urls).send(owed, '1')).toEqual(new Set());
    expect(sent.map(({ QueueUrl }) => QueueUrl)).toEqual([urls.routing, urls.feed]);
    expect(sent[0]?.Entries[0]).not.toHaveProperty('MessageGroupId');
    expect(sent[1]?.Entries[0]).toMatchObject({ MessageGroupId: LEAD });
  });

  it('of a person who must be reached go to the calls, whatever the order', async () => {
    const { sent, client } = wire();
    const call = { agency: POLICE, role: 'holder-duty', by: 'sms' } as const;
    const owed = owedMessages(anEvent({ to: [], referral: aReferralId(), call }));
    expect(await outgoingQueues(client, urls).send(owed, '1')).toEqual(new Set());
    expect(sent).toMatchObject([{ QueueUrl: urls.calls, Entries: [{ Id: '0' }] }]);
    expect(sent[0]?.Entries[0]).not.toHaveProperty('MessageGroupId');
  });

  it('sent again are not swallowed as duplicates of those that were lost', async () => {
    const { sent, client } = wire();
    const owed = owedMessages(anEvent());
    await outgoingQueues(client, urls).send(owed, '1');
    await outgoingQueues(client, urls).send(owed, '1');
    await outgoingQueues(client, urls).send(owed, '2');
    const [one, same, again] = sent.map(({ Entries }) => Entries[0]?.MessageDeduplicationId);
    expect(same).toBe(one);
    expect(again).not.toBe(one);
    expect(one?.length).toBeLessThanOrEqual(128);
  });

  it('go ten at a time, and those that failed are named by their place', async () => {
    const { sent, client } = wire(['3', '12']);
    const owed = Array.from({ length: 23 }, () => owedMessages(anEvent({ to: [POLICE] }))).flat();
    expect(await outgoingQueues(client, urls).send(owed, '1')).toEqual(new Set([3, 12]));
    expect(sent.map(({ Entries }) => Entries.length)).toEqual([10, 10, 3]);
  });

  it('of none ask nothing of the queue', async () => {
    const { sent, client } = wire();
    await outgoingQueues(client, urls).send([], '1');
    expect(sent).toEqual([]);
  });
});

describe('the wake-up of the sender of webhooks', () => {
  it('carries ids only, ten at a time', async () => {
    const { sent, client } = wire();
    const endpoint = newEndpointId(counting());
    const owed = Array.from({ length: 11 }, (_, sequence) => ({
      agency: POLICE,
      endpoint,
      sequence: sequence + 1,
    }));
    await deliveryQueue(client, 'https://sqs/delivery').wake(owed);
    expect(sent.map(({ Entries }) => Entries.length)).toEqual([10, 1]);
    expect(JSON.parse(sent[1]?.Entries[0]?.MessageBody ?? '')).toEqual(owed[10]);
  });
});
