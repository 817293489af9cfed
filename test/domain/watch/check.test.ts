import { describe, expect, it } from 'vitest';
import { IdentityGap } from '../../../shared/domain/family/parts.ts';
import { check } from '../../../shared/domain/watch/check.ts';
import { aCase, anEventId, LEAD, later, NATIONAL, NOW } from '../../build.ts';

const opened = aCase({ version: 7 });
const gap = IdentityGap.parse({
  ...{ what: 'identity-gap', of: { kind: 'case', id: opened.id }, number: 1, version: 1 },
  ...{ file: opened.file, at: NOW, by: { sub: 'routing' }, code: 'person-without-number' },
  watched: 'identities',
});
const by = { sub: 'ana', agency: NATIONAL };
const checking = {
  ...{ part: gap, record: opened, finding: 'taken-up' as const, by },
  ...{ at: later({ hours: 3 }), event: anEventId() },
};

describe('what only a look ends', () => {
  it('leaves its list with who looked and what came of it; the journal has both', () => {
    const { kept, events } = check(checking);
    const at = checking.at;
    const { watched: _, ...rest } = gap;
    expect(kept).toEqual([
      { ...rest, version: 2, checked: { at, by, finding: 'taken-up' } },
      { ...opened, version: 8 },
    ]);
    expect(events).toMatchObject([
      {
        ...{ type: 'watched.checked', subject: gap.of, version: 8, by, to: [] },
        codes: { list: 'identities', number: '1', finding: 'taken-up' },
      },
    ]);
  });

  it('is looked at once, and never by whoever decided it', () => {
    const part = { ...gap, checked: { at: NOW, by, finding: 'in-order' as const } };
    expect(() => check({ ...checking, part })).toThrow(
      expect.objectContaining({ code: 'already-decided' }),
    );
    const own = { ...gap, by: { sub: 'ana', agency: LEAD } };
    expect(() => check({ ...checking, part: own })).toThrow(
      expect.objectContaining({ code: 'second-person-needed' }),
    );
  });
});
