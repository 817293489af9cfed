import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { receiptPage } from '../../../functions/directory/receipt-page.ts';
import { newReferralId, receiptNumber } from '../../../shared/domain/ids.ts';
import { policy } from '../../../shared/policy/policy.ts';
import { counting, NOW } from '../../build.ts';

const open = (receipt: string) =>
  receiptPage({ policy, now: () => NOW })({
    ...{ path: { receipt }, query: {}, lang: 'ka' },
  } as Parameters<ReturnType<typeof receiptPage>>[0]);
const numbers = [1, 2].map((seed) => receiptNumber(newReferralId(counting(seed))));

describe('the page of a receipt number', () => {
  it('is the same for every number, whether there is such a referral or not', async () => {
    const pages = await Promise.all(numbers.map(open));
    const bare = pages.map(({ body }, i) => String(body).replaceAll(numbers[i] ?? '', ''));
    expect(bare[0]).toBe(bare[1]);
    expect(pages[0]?.body).toContain('111');
    expect(bare[0]).not.toMatch(/ბავშვ|child|ძალადობ|violence/i);
  });

  it('is found however the number was typed, and not for one that nobody gave out', async () => {
    const [number = ''] = numbers;
    expect((await open(number.toLowerCase().replaceAll('-', ''))).body).toContain(number);
    const wrong = number.replace(/.$/, (sign) => (sign === '2' ? '3' : '2'));
    await expect(open(wrong)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('loads and runs nothing but its own style', async () => {
    const { body, headers } = await open(numbers[0] ?? '');
    const [, own = ''] = String(body).match(/<style>(.*?)<\/style>/s) ?? [];
    const hash = createHash('sha256').update(own).digest('base64');
    expect(headers?.['Content-Security-Policy']).toContain(`style-src 'sha256-${hash}'`);
    expect(String(body)).not.toMatch(/<script|<a |https?:/);
  });
});
