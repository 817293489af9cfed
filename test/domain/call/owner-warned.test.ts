import { describe, expect, it } from 'vitest';
import {
  warningInBrief,
  warningSubject,
  warningText,
} from '../../../shared/domain/call/endpoint-text.ts';
import { newsOf, ownerWarned } from '../../../shared/domain/call/owner-warned.ts';
import { newEndpointId } from '../../../shared/domain/ids.ts';
import type { EndpointMessage } from '../../../shared/domain/journal/call-messages.ts';
import { owedMessages } from '../../../shared/domain/journal/messages.ts';
import { hearsOfTasks } from '../../../shared/domain/webhook/hears.ts';
import { anEvent, anEventId, counting, NOW, POLICE } from '../../build.ts';

const id = newEndpointId(counting());
const told = (type: 'endpoint.failing' | 'endpoint.disabled', over: object = {}) =>
  anEvent({ type, subject: { kind: 'endpoint', id }, to: [POLICE], ...over });
const off = (because: 'owner' | 'gone' | 'failing') => ({
  state: 'disabled' as const,
  disabled: { at: NOW, because },
});

describe('an endpoint that does not answer', () => {
  it('owes its owner a warning by another way, beside the feed', () => {
    const owed = owedMessages(told('endpoint.failing', { codes: { since: NOW } }));
    expect(owed.map(({ consumer }) => consumer)).toEqual([`feed#${POLICE}`, 'owner']);
    expect(owed[1]?.message).toMatchObject({
      agency: POLICE,
      endpoint: id,
      news: 'failing',
      since: NOW,
    });
    expect(owedMessages(told('endpoint.disabled'))[1]?.message).toMatchObject({ news: 'disabled' });
    expect(
      owedMessages(told('endpoint.failing', { to: [], by: { sub: 'x', agency: POLICE } })),
    ).toMatchObject([{ message: { agency: POLICE } }]);
  });

  it.each([
    ['failing', { state: 'active' }, 'failing'],
    ['failing', { state: 'unproven' }, 'unproven'],
    ['failing', off('failing'), undefined],
    ['disabled', off('gone'), 'gone'],
    ['disabled', off('failing'), 'switched-off'],
    ['disabled', off('owner'), undefined],
    ['disabled', { state: 'active' }, undefined],
  ] as const)('%s, found as %o, is told as %s', (news, endpoint, said) => {
    expect(newsOf({ news }, endpoint)).toBe(said);
  });

  it('is told of in both languages: since when, how much urgent work waits, where the log is', () => {
    const hub = 'https://ertad.ge/';
    for (const news of ['unproven', 'failing', 'gone', 'switched-off'] as const) {
      const said = {
        news,
        endpoint: { id },
        since: NOW,
        waiting: 4,
        hubUrl: hub,
        zone: 'Asia/Tbilisi',
      };
      const text = warningText(said);
      expect(text).toContain('2026-11-20 17:40');
      expect(text).toContain(`${hub}v1/webhook-endpoints/${id}/deliveries`);
      expect(text.match(/: 4\./g)).toHaveLength(2);
      expect(text).toMatch(/ვებჰუკის[\s\S]*webhook endpoint/);
    }
    expect(warningSubject).toMatch(/ვებჰუკის/);
    expect(warningInBrief({ waiting: 100 }).length).toBeLessThanOrEqual(70);
  });

  it('leaves on record whom of the owner’s it told and how, never a name or an address', () => {
    const owed = owedMessages(told('endpoint.failing'))[1]?.message as EndpointMessage;
    const all = { id: anEventId(), at: NOW, owed, news: 'failing' as const };
    expect(ownerWarned({ ...all, told: ['contact-mail', 'duty-sms'] }).events).toMatchObject([
      { type: 'endpoint.warned', to: [], codes: { told: 'contact-mail duty-sms' } },
    ]);
  });
});

describe('a system is told of tasks', () => {
  it.each([
    ['active', ['*'], true],
    ['active', ['task.requested', 'clock.overdue'], true],
    ['active', ['clock.overdue'], false],
    ['unproven', ['*'], false],
    ['disabled', ['*'], false],
  ] as const)('by one that is %s and asks for %o: %s', (state, events, hears) => {
    expect(hearsOfTasks({ state, events: [...events] })).toBe(hears);
  });
});
