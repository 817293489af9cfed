import { expect, it } from 'vitest';
import { unchanged } from '../../shared/store/unchanged.ts';
import { aCase, aReferralInProgress } from '../build.ts';

it('what a decision only looked at must still stand as it was; what it changes checks itself', () => {
  const [own, other] = [aCase(), aCase({ version: 7 })];
  const [closed, beside] = [aReferralInProgress(), aReferralInProgress({ version: 5 })];
  const seen = [own, other, closed, beside];
  const kept = [
    { ...own, version: own.version + 1 },
    { ...closed, version: closed.version + 1 },
  ];
  const writes = unchanged(seen, { kept, events: [] });
  expect(writes.map(({ what, key }) => [what, key.pk])).toEqual([
    ['state', `CASE#${other.id}`],
    ['state', `REFERRAL#${beside.id}`],
  ]);
  expect(writes.map((write) => write.as('t').ConditionCheck)).toMatchObject([
    { ConditionExpression: 'version = :known', ExpressionAttributeValues: { ':known': 7 } },
    { ConditionExpression: 'version = :known', ExpressionAttributeValues: { ':known': 5 } },
  ]);
});
