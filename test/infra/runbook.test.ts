import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hubTemplate, resources } from './resources.ts';

const runbook = readFileSync('docs/runbook.md', 'utf8');
const template = hubTemplate();

/** A logical id without the hash that CDK puts behind it. */
const plain = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

describe('the runbook', () => {
  it('names every alarm of the stack, functions once for both of theirs', () => {
    const alarms = resources(template, 'AWS::CloudWatch::Alarm').map(({ id }) =>
      plain(id).replace(/(Errors|Throttles)$/, ''),
    );
    expect(new Set(alarms).size).toBeGreaterThan(20);
    expect([...new Set(alarms)].filter((name) => !runbook.includes(`\`${name}\``))).toEqual([]);
  });

  it('names no alarm and no queue that the stack does not have', () => {
    const known = Object.keys(template.Resources).map(plain);
    const named = [...runbook.matchAll(/`((?:Workers|Queues|Api|Gateway|Firewall)[A-Z]\w+)`/g)];
    const gone = named
      .map(([, name = '']) => name)
      .filter((name) => !known.some((id) => id === name || id === `${name}Errors`));
    expect(gone.filter((name) => name !== 'ApiUrl')).toEqual([]);
  });

  it('tells how long a failed message stays away, as the queues have it', () => {
    const minutes = resources(template, 'AWS::SQS::Queue')
      .filter(({ Properties }) => Properties.RedrivePolicy)
      .map(({ id, Properties }) => [plain(id), Number(Properties.VisibilityTimeout) / 60]);
    for (const [name, away] of minutes)
      expect(runbook).toMatch(new RegExp(`\`${name}\`.*\\| ${away} minutes? \\| 5 deliveries`));
  });
});
