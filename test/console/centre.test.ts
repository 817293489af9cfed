import { describe, expect, it } from 'vitest';
import { cellsOf, dayFrom, hoursOf, isDay, lanesOf } from '../../console/centre/board.ts';
import {
  asks,
  type Draft as Care,
  careOf,
  EMPTY as NO_CARE,
} from '../../console/centre/care-draft.ts';
import { askedIn, endOf, unsaid } from '../../console/centre/end-draft.ts';
import {
  filedOf,
  missingIn,
  EMPTY as NO_RECORDING,
  secondsOf,
} from '../../console/centre/ledger-draft.ts';
import {
  bodyOf,
  emptyOf,
  hoursIn,
  inTheWay,
  unreadable,
} from '../../console/centre/resource-draft.ts';
import { newResourceId } from '../../console/centre/resource-id.ts';
import { devicesIn } from '../../console/centre/said.ts';
import { partiesOf, startOf } from '../../console/centre/start-draft.ts';
import { together } from '../../console/centre/together.ts';
import { fileRecording } from '../../shared/contract/recordings.ts';
import { endVisit, startVisit } from '../../shared/contract/visits.ts';
import { AgencyId, ResourceId } from '../../shared/domain/ids.ts';
import { ResourceSubmission } from '../../shared/domain/resource/submission.ts';

const DAY = '2026-12-03';
const at = (clock: string) => new Date(`${DAY}T${clock}:00+04:00`).toISOString();
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const CENTRE = AgencyId.parse('centre-kutaisi');

describe('the board', () => {
  it('goes from day to day, over months as well', () => {
    expect([dayFrom('2026-11-30', 1), dayFrom('2027-01-01', -1)]).toEqual([
      '2026-12-01',
      '2026-12-31',
    ]);
    expect(['2026-12-03', '2026-13-03', 'today', null].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('shows the usual hours, and more where something is earlier or later', () => {
    expect(hoursOf([], DAY)).toEqual({ from: 9, to: 18 });
    expect(hoursOf([span('08:45', '19:15')], DAY)).toEqual({ from: 8, to: 20 });
  });

  it('fills a line with what is taken and the time between', () => {
    const lane = [span('09:00', '10:30'), span('12:00', '12:15')];
    const cells = cellsOf(lane, { from: 9, to: 13 }, DAY);
    expect(cells.map(({ quarters, one }) => [quarters, one !== undefined])).toEqual([
      [6, true],
      [6, false],
      [1, true],
      [3, false],
    ]);
  });

  it('gives what overlaps lines of its own', () => {
    const all = [span('10:00', '11:00'), span('10:30', '12:00'), span('11:00', '12:00')];
    expect(lanesOf(all).map((lane) => lane.length)).toEqual([2, 1]);
    expect(lanesOf([])).toEqual([[]]);
  });

  it('says in one line who comes together', () => {
    const come = { at: at('10:00'), way: 'arrives' as const, visit: 'a' };
    const groups = together([come, { ...come }, { ...come, visit: 'b' }]);
    expect(groups.map(({ parties }) => parties.length)).toEqual([2, 1]);
  });
});

describe('the start', () => {
  it('names those who were ticked, and nobody else', () => {
    const role = (code: string, part: string) => ({
      ...{ role: { code }, agency: CENTRE, parts: [{ code: part }] },
    });
    const [one, ...rest] = partiesOf([role('interviewer', 'interview'), role('x', 'planning')]);
    expect(rest).toEqual([]);
    if (!one) throw new Error('no party');
    expect(startVisit.body?.safeParse(startOf([one], '')).success).toBe(false);
    const here = { ...one, here: true, name: ' ხატია ' };
    expect(startVisit.body?.parse(startOf([here], 'acute-danger'))).toEqual({
      present: [
        { role: 'interviewer', agency: CENTRE, name: 'ხატია', video: false, standIn: false },
      ],
      withoutMeeting: 'acute-danger',
    });
  });
});

describe('the end', () => {
  const topic = { code: 'who', label: 'Who' };
  const filing = (number: number) => ({ number, agency: CENTRE, version: 1 });
  const question = (numbers: number[], decision?: 'dropped') => ({
    filings: numbers.map(filing),
    leading: [],
    ...(decision && { review: { decision, at: at('10:00') } }),
  });
  const asked = askedIn({
    topics: [
      { topic, agencies: [CENTRE], questions: [question([1, 3]), question([2], 'dropped')] },
      { topic, agencies: [CENTRE], questions: [question([4])] },
    ],
  });

  it('waits until every question has its answer; what was dropped is owed no more', () => {
    expect(unsaid(asked, {})).toEqual(['1-3', '4']);
    const half = { '1-3': { state: 'covered' as const }, '4': { state: 'not-asked' as const } };
    expect(endOf('completed', asked, half)).toBeUndefined();
    const all = { ...half, '4': { state: 'not-asked' as const, reason: 'no-time' } };
    expect(endOf('', asked, all)).toBeUndefined();
    expect(endVisit.body?.parse(endOf('completed', asked, all))).toEqual({
      result: 'completed',
      covered: [1, 3],
      notAsked: [{ number: 4, reason: 'no-time' }],
    });
  });
});

describe('the ledger', () => {
  it('takes a fingerprint as it is copied, and a length as it is read', () => {
    const draft = {
      ...{ ...NO_RECORDING, content: 'original', holder: CENTRE, place: ' სეიფი 2 ' },
      ...{ sha256: `${'AB '.repeat(32)}`, minutes: '45:10', device: 'REC 1' },
    };
    expect(fileRecording.body?.parse(filedOf(draft))).toMatchObject({
      sha256: 'ab'.repeat(32),
      seconds: 2710,
      device: 'REC-1',
      place: 'სეიფი 2',
    });
    expect(missingIn(NO_RECORDING)).toEqual(['content', 'holder', 'place', 'sha256']);
    expect(['45', '0:59', '1:60', 'x'].map(secondsOf)).toEqual([2700, 59, undefined, undefined]);
    expect(devicesIn('REC-1, REC 2,\nREC-1')).toEqual(['REC-1', 'REC-2']);
  });
});

describe('care afterwards', () => {
  it.each<[Partial<Care>, boolean]>([
    [{}, false],
    [{ code: 'self-harm-screen', state: 'done' }, false],
    [{ code: 'self-harm-screen', state: 'done', result: 'no-risk' }, true],
    [{ code: 'named-contact', state: 'done', person: 'თამარ' }, false],
    [{ code: 'named-contact', state: 'done', person: 'თამარ', phone: '599001122' }, true],
    [{ code: 'therapy', state: 'declined' }, false],
    [{ code: 'therapy', state: 'declined', reason: 'family-declines' }, true],
  ])('is sent once nothing is missing: %j → %s', (part, ready) => {
    expect(careOf({ ...NO_CARE, ...part }) !== undefined).toBe(ready);
  });

  it('asks for a follow-up only of help that goes on', () => {
    expect(asks({ code: 'therapy', state: 'offered' }).followUp).toBe(true);
    expect(asks({ code: 'contact-day-3', state: 'done' }).followUp).toBe(false);
  });
});

describe('a resource', () => {
  it('is one the hub takes, with the hours as they are written', () => {
    const draft = {
      ...{ ...emptyOf('person'), name: 'ხატია', sex: 'female' },
      leave: [{ from: DAY, to: DAY, kind: 'sick' }],
      onCall: [{ from: `${DAY}T20:00`, to: `${DAY}T22:00` }],
      hours: { ...emptyOf('person').hours, monday: '9:00-13:00, 14:00–18:00', saturday: '' },
    };
    const sent = ResourceSubmission.parse(bodyOf(draft, CENTRE));
    expect(sent.availability.pattern.monday).toEqual([
      { from: '09:00', to: '13:00' },
      { from: '14:00', to: '18:00' },
    ]);
    expect(sent.availability.pattern).not.toHaveProperty('saturday');
    expect(sent.availability.leave).toEqual([{ from: DAY, to: DAY, kind: 'sick' }]);
  });

  it('is not sent with hours that nobody can read', () => {
    const draft = { ...emptyOf('recorder'), exceptions: [{ date: DAY, hours: 'all day' }] };
    expect(unreadable(draft)).toEqual(['exceptions.0']);
    expect(bodyOf(draft, CENTRE)).toBeUndefined();
    expect(hoursIn('')).toEqual([]);
  });

  it('gets an id as the hub takes it', () => {
    expect(ResourceId.safeParse(newResourceId()).success).toBe(true);
    expect(inTheWay(`${DAY}: int_abc`)).toEqual({ day: DAY, visit: 'int_abc' });
    expect(inTheWay('something else')).toBeUndefined();
  });
});
