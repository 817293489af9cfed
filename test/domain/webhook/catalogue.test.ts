import { describe, expect, it } from 'vitest';
import { EventType, type Subject } from '../../../shared/domain/journal/event.ts';
import { announced, isSentOnly } from '../../../shared/domain/webhook/catalogue.ts';
import {
  linkOf,
  PAYLOAD_HEADER,
  payloadOf,
  payloadVersions,
  wirePayload,
} from '../../../shared/domain/webhook/payload.ts';
import { payloadSchema } from '../../../shared/domain/webhook/payload-schema.ts';
import { NOW } from '../../build.ts';

const LONG = '2'.repeat(20);
const IDS: Readonly<Record<Subject['kind'], string>> = {
  referral: 'ref_7k3m92qd',
  case: `cas_${LONG}`,
  task: `tsk_${LONG}`,
  interview: `int_${LONG}`,
  resource: `res_${LONG}`,
  // As long as an agency’s id can be.
  agency: `agency-${'a'.repeat(53)}`,
  endpoint: `whe_${LONG}`,
  journal: `jhd_${'a'.repeat(56)}`,
};
const told = EventType.options.filter((type) => !isSentOnly(type));
const entry = (type: EventType, kind: Subject['kind']) => ({
  ...{ event: `evt_${LONG}`, sequence: 999_999_999, type, at: NOW },
  ...{ subject: { kind, id: IDS[kind] }, deadline: NOW, urgency: 'routine' as const },
});
const every = told.flatMap((type) => announced(type).about.map((kind) => [type, kind] as const));

describe('the payload of each event', () => {
  it.each(every)('%s about a %s holds ids, kinds and deadlines in less than 2 kB', (type, kind) => {
    const payload = payloadOf(entry(type, kind));
    expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThan(2048);
    const { due } = announced(type);
    expect('deadline' in payload.data).toBe(due !== 'never');
    expect('urgency' in payload.data).toBe(due === 'urgent');
    expect(payload.data.link).toMatch(/^\/v1\/[a-z0-9_/-]+$/);
  });

  it.each(told)('%s about anything else is a fault, and nothing is sent', (type) => {
    const others = (Object.keys(IDS) as Subject['kind'][]).filter(
      (kind) => !announced(type).about.includes(kind),
    );
    for (const kind of others) expect(() => payloadOf(entry(type, kind))).toThrow();
    const [kind = 'task'] = announced(type).about;
    const named = { kind, id: 'ნინო' };
    expect(() => payloadOf({ ...entry(type, kind), subject: named })).toThrow();
    // An id of another kind: what is looked up by it would be another record.
    const swapped = { kind, id: kind === 'task' ? IDS.case : IDS.task };
    expect(() => payloadOf({ ...entry(type, kind), subject: swapped })).toThrow();
  });

  it('of the wire stands in no feed and has no number there', () => {
    const wire = { id: `evt_${LONG}`, endpoint: IDS.endpoint, at: NOW };
    const challenge = wirePayload({
      ...wire,
      type: 'endpoint.challenged',
      challenge: 'abcDEF_-0123456789ab',
    });
    expect(challenge).toMatchObject({ data: { challenge: 'abcDEF_-0123456789ab' } });
    expect(JSON.stringify(challenge)).not.toContain('sequence');
    expect(wirePayload({ ...wire, type: 'endpoint.tested' }).data).not.toHaveProperty('challenge');
    const spoken = {
      ...wire,
      type: 'endpoint.challenged' as const,
      challenge: 'ნინო ნინო ნინო ნინო',
    };
    expect(() => wirePayload(spoken)).toThrow();
    expect(() =>
      wirePayload({ ...wire, type: 'endpoint.tested', challenge: 'abcDEF_-0123456789ab' }),
    ).toThrow();
    expect(() => payloadOf(entry('endpoint.tested', 'endpoint'))).toThrow();
  });

  it('is made in the version that an endpoint is served; there is one', () => {
    expect(payloadVersions).toEqual([1]);
    expect(PAYLOAD_HEADER).toBe('ertad-payload');
    const one = entry('task.requested', 'task');
    expect(payloadOf(one, 1)).toEqual(payloadOf(one));
    expect(() => payloadOf(one, 2 as never)).toThrow();
  });

  it('leads to where the matter of an agency is read', () => {
    const subject = { kind: 'agency', id: 'agency-imereti' };
    expect(linkOf(subject, 'feed.rewound')).toBe('/v1/feed/position');
    expect(linkOf(subject, 'inbound.rotated')).toBe('/v1/inbound-keys');
    expect(linkOf(subject, 'duty.gap-found')).toBe('/v1/agencies/agency-imereti/duty');
  });

  it('takes nothing beyond its list, however deep', () => {
    const payload = payloadOf(entry('task.requested', 'task'));
    const schema = payloadSchema('task.requested');
    const { data } = payload;
    for (const more of [
      { ...payload, note: 'x' },
      { ...payload, data: { ...data, childName: 'x' } },
      { ...payload, data: { ...data, subject: { ...data.subject, name: 'x' } } },
      { ...payload, data: { ...data, urgency: 'ნინო' } },
      { ...payload, data: { ...data, deadline: 'tomorrow, at her school' } },
      { ...payload, data: { ...data, link: `${data.link}?child=x` } },
    ]) {
      expect(schema.safeParse(more).success).toBe(false);
    }
  });
});
