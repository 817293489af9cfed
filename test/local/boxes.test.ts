import { describe, expect, it } from 'vitest';
import { boxPage } from '../../infra/local/boxes.ts';
import type { OutgoingMessage } from '../../infra/local/stores/outgoing.ts';

const message = (over: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: '1',
  at: '2026-11-20T13:40:00.000Z',
  by: 'sms',
  to: ['+995599100001'],
  text: 'ER-7K3M-92QD',
  ...over,
});

describe('the phone box', () => {
  it.each([
    ['ka', 'მოკლე შეტყობინება', 'ზარი'],
    ['en', 'Text message', 'Call'],
  ] as const)('marks text messages and calls (%s), newest first', (language, text, call) => {
    const page = boxPage('phonebox', language, [message(), message({ by: 'call' })]);
    expect(page.indexOf(`<b>${call}</b>`)).toBeGreaterThan(0);
    expect(page.indexOf(`<b>${call}</b>`)).toBeLessThan(page.indexOf(`<b>${text}</b>`));
    expect(page).toContain('+995599100001');
    expect(page).toContain(`<html lang="${language}">`);
  });

  it('shows the time on the wall in Georgia', () => {
    expect(boxPage('phonebox', 'en', [message()])).toContain('17:40:00');
  });

  it('says so when it is empty', () => {
    expect(boxPage('phonebox', 'en', [])).toContain('No text message and no call');
    expect(boxPage('phonebox', 'ka', [])).toContain('შეტყობინება და ზარი არ ყოფილა');
  });
});

describe('the mailbox', () => {
  it('shows whom a mail went to, its subject and its text, as text', () => {
    const mail = message({ by: 'mail', to: ['a@b.ge'], subject: '<b>', text: 'x & y' });
    const page = boxPage('mailbox', 'en', [mail]);
    expect(page).toContain('<b>Mail</b><span>a@b.ge</span>');
    expect(page).toContain('<h2>&#60;b&#62;</h2>');
    expect(page).toContain('x &#38; y');
  });
});
