import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { policy as georgia } from '../../shared/policy/policy.ts';
import { readSample, Unexplained } from '../../shared/policy/sample.ts';
import { earlySent, violenceSent } from '../build.ts';

const COMMAND = join(import.meta.dirname, '../../shared/policy/cli.ts');
const folder = mkdtempSync(join(tmpdir(), 'ertad-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run policy -- …`: what it answers, and what it says when it cannot. */
const policy = (...args: string[]) =>
  promisify(execFile)(process.execPath, [COMMAND, ...args], { cwd: folder }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );

const file = (content: unknown, name = 'referral.json') => {
  writeFileSync(
    join(folder, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return name;
};

/** What reading a sample fails with; the folder is shown as `.`, wherever it lies. */
function refused(name: string, option = '--lang', value = 'en'): string {
  const options = { from: 'school-zestaponi', lang: 'en', 'open-centre': [] };
  try {
    readSample({ ...options, file: join(folder, name), [option.slice(2)]: value }, georgia);
  } catch (error) {
    if (error instanceof Unexplained) return error.message.replace(folder, '.');
    throw error;
  }
  return 'nothing was wrong';
}

describe('policy explain', () => {
  it('explains a referral that the hub would accept', async () => {
    const { code, stdout, stderr } = await policy('explain', file(violenceSent()));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Assess safety and lead the case');
  });

  it.each<[string, readonly string[], string]>([
    ['with a file that is missing', ['missing.json'], 'missing.json: there is no such file'],
    [
      'without a file',
      [],
      'npm run policy -- explain referral.json [--from agency] [--at instant] [--lang ka]',
    ],
  ])('answers in one line, not with a trace, %s', async (_, args, says) => {
    expect(await policy('explain', ...args)).toEqual({ code: 1, stdout: '', stderr: `${says}\n` });
  });
});

describe('a sample', () => {
  it.each<[string, readonly [string, string?, string?], string]>([
    ['a folder', ['.'], '.: it cannot be read (EISDIR)'],
    [
      'broken JSON, without repeating it',
      [file('{ "kind": "violence", "narrative": დედა }', 'broken.json')],
      './broken.json is not JSON',
    ],
    [
      'JSON that ends too early',
      [file('{ "kind": ', 'short.json')],
      './short.json is not JSON (end of JSON input)',
    ],
    [
      'fields of the wrong kind, fields missing and fields unknown',
      [
        file(
          {
            ...violenceSent({}),
            narrative: 7,
            child: { municipality: 'zestaponi', personalNumber: '12' },
            reporter: undefined,
            colour: 'red',
          },
          'wrong.json',
        ),
      ],
      './wrong.json is no referral: /child/personalNumber malformed, /reporter missing, /narrative invalid-type, /colour unknown-key',
    ],
    [
      'no referral at all',
      [file('[]', 'list.json')],
      './list.json is no referral: all of it invalid-type',
    ],
    [
      'codes and places that the pack does not have',
      [file({ ...violenceSent(), forms: ['loud'], child: { municipality: 'atlantis' } }, 'c.json')],
      './c.json would be refused: /forms/0 unknown-code, /child/municipality unknown-municipality',
    ],
    [
      'an adult',
      [file(earlySent({ child: { municipality: 'zestaponi', ageYears: 18 } }), 'adult.json')],
      './adult.json would be refused: adult',
    ],
    [
      'a referrer nobody knows',
      [file(violenceSent(), 'ok.json'), '--from', 'school-mars'],
      '--from school-mars: the policy pack has no such agency',
    ],
    [
      'a time that is none',
      [file(violenceSent(), 'ok.json'), '--at', 'yesterday'],
      '--at yesterday: an instant looks like 2026-11-20T13:40:00Z',
    ],
    [
      'a time before the pack',
      [file(violenceSent(), 'ok.json'), '--at', '2019-01-01T00:00:00Z'],
      '--at 2019-01-01T00:00:00Z: no edition of the pack ge is in force on 2019-01-01',
    ],
    [
      'a language it does not speak',
      [file(violenceSent(), 'ok.json'), '--lang', 'fr'],
      '--lang fr: ka or en',
    ],
  ])('says in one line what is wrong with %s', (_, args, says) => {
    expect(refused(...args)).toBe(says);
  });
});
