import { expect, it } from 'vitest';
import { groundOf } from '../../shared/platform/access/grounds.ts';
import { may } from '../../shared/platform/access/may.ts';
import { aPrincipal, POLICE } from '../build.ts';

it('by which rule an account was let in last stays with the call, and with no other', () => {
  const [one, other] = [aPrincipal(POLICE), aPrincipal(POLICE)];
  may(one, 'task.list');
  expect(groundOf(one)).toMatchObject({ action: 'task.list', rule: 'own-agency' });
  may(one, 'referral.submit');
  expect(groundOf(one)).toEqual({
    ...{ action: 'referral.submit', rule: 'anybody-may-refer', purpose: 'referral' },
  });
  expect(groundOf(other)).toBeUndefined();
});
