import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoHub, ownHub } from '../../demo/own-hub.ts';
import { phonebox } from '../../demo/stage/protection.ts';
import { type Stage, stageAt } from '../../demo/stage/stage.ts';
import {
  type EarlyPlayed,
  playEarlyIdentification,
} from '../../demo/story/early-identification.ts';
import { type FridayPlayed, playFriday } from '../../demo/story/friday.ts';
import { type InterviewPlayed, playInterview } from '../../demo/story/interview.ts';
import { type PowerCutPlayed, playPowerCut } from '../../demo/story/power-cut.ts';
import { playViolence, type ViolencePlayed } from '../../demo/story/violence.ts';
import { playWhoKnows, type WhoKnowsPlayed } from '../../demo/story/who-knows.ts';

let hub: DemoHub;
let stage: Stage;
const told: string[] = [];
const write = (line: string): void => void told.push(line);

beforeAll(async () => {
  hub = await ownHub();
  stage = await stageAt({ hub: hub.url, lang: 'en', write });
});
afterAll(() => hub?.stop());

describe('a violence referral', () => {
  let played: ViolencePlayed;
  beforeAll(async () => {
    played = await playViolence(stage);
  });

  it('goes to everyone who must act, and ends closed', () => {
    const { routing } = played.referral;
    expect(routing.tasks.map(({ agency, kind }) => `${agency} ${kind.code}`).sort()).toEqual([
      'agency-imereti assess-safety',
      'agency-imereti offer-psychological-support',
      'centre-kutaisi prepare-joint-interview',
      'clinic-kutaisi provide-health-care',
      'police-imereti register-report',
    ]);
    expect(played).toMatchObject({ status: 'closed', caseStatus: 'closed' });
  });

  it('cannot be closed before each open condition is met', () => {
    expect(new Set(played.conditions)).toEqual(
      new Set([
        'task-open',
        'child-not-seen',
        'safety-decision-missing',
        'safety-open',
        'justice-open',
        'body-open',
        'mind-open',
        'outcome-missing',
        'acknowledgement-missing',
      ]),
    );
  });

  it('is told with its receipt number, its ids and local times', () => {
    const { id, receiptNumber, routing } = played.referral;
    const story = told.join('\n');
    for (const word of [id, receiptNumber, ...routing.tasks.map(({ task }) => task)])
      expect(story).toContain(word);
    expect(story).toMatch(/17:5\d {2}Zestaponi public school: Nino/);
  });
});

describe('an early-identification referral', () => {
  let played: EarlyPlayed;
  beforeAll(async () => {
    played = await playEarlyIdentification(stage);
  });

  it('reaches the municipality’s system by verified webhooks and ends closed', () => {
    expect(played.referral.routing.level).toBe(2);
    expect(played.status).toBe('closed');
    expect(played.webhooks).toEqual([
      'task.requested',
      'feedback.acknowledged',
      'feedback.acknowledged',
    ]);
    expect(played.refused).toEqual([]);
  });
});

describe('the Friday evening', () => {
  let played: FridayPlayed;
  beforeAll(async () => {
    played = await playFriday(stage);
  });

  it('is stopped by no father, no head of school and no machine, and ends closed', () => {
    expect(played.status).toBe('closed');
  });

  it('tells on the telephones nothing of the child', async () => {
    const rang = await phonebox(hub.url);
    expect(rang.length).toBeGreaterThan(4);
    expect(rang.filter(({ text }) => /საბა|ანა|მამა|ზესტაფონი/.test(text))).toEqual([]);
  });
});

describe('the one interview', () => {
  let played: InterviewPlayed;
  beforeAll(async () => {
    played = await playInterview(stage);
  });

  it('is planned, booked by all and held once', () => {
    expect(played.result).toBe('Completed');
    expect(played.refused).toBe('The child has already been interviewed in this episode');
  });

  it('is told with why this time, and with whom it was asked instead', () => {
    const story = told.join('\n');
    expect(story).toContain('The child knows this person');
    expect(story).toContain('The time stands, a colleague is asked');
  });
});

describe('the evening without a system', () => {
  let played: PowerCutPlayed;
  beforeAll(async () => {
    played = await playPowerCut(stage);
  });

  it('finds a person at once, and the system later has everything once', () => {
    expect(played.sentAway).toBeGreaterThan(1);
    expect(played.recall).toBe('Deleted');
    expect(told.join('\n')).toContain('the person on duty is called');
  });
});

describe('who may know what', () => {
  let played: WhoKnowsPlayed;
  beforeAll(async () => {
    played = await playWhoKnows(stage);
  });

  it('is decided by rules that say themselves, and reviewed where the glass was broken', () => {
    expect(played).toMatchObject({ finding: 'justified', hiddenBy: 'masked-reporter' });
  });

  it('is proved from the journal alone, which betrays an entry left out', () => {
    expect(played.sound).not.toBe(played.tampered);
    expect(told.join('\n')).toContain(played.tampered);
  });
});

describe('a story in which something is not as it should be', () => {
  it('stops there and names the step', async () => {
    const intruder = (agency: string) =>
      stage.desk(agency === 'agency-tbilisi' ? 'school-zestaponi' : agency);
    await expect(playViolence({ ...stage, desk: intruder })).rejects.toThrow(
      'step “stranger is refused” (agency-tbilisi): this should have been refused, and was not',
    );
  });
});
