import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findJava, majorOf } from '../../../infra/local/stores/java.ts';

describe('findJava', () => {
  it('finds the one that runs here', async () => {
    expect(await findJava({ PATH: process.env.PATH })).toBe('java');
  });

  it('says in one line what to install where there is none', async () => {
    const error = await findJava({ PATH: '/nowhere' }).catch((thrown: Error) => thrown.message);
    expect(error).toMatch(/^Java was not found: .* 17 .*apt-get.*brew.*winget[^\n]*$/);
  });

  it('says so where it is too old', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'java-'));
    writeFileSync(join(dir, 'java'), '#!/bin/sh\necho \'java version "11.0.2"\' >&2\n', {
      mode: 0o755,
    });
    await expect(findJava({ PATH: `${dir}:/bin` })).rejects.toThrow(/^Java 11 is too old: /);
  });
});

describe('majorOf', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['command not found', undefined],
  ])('reads %s as %s', (banner, major) => {
    expect(majorOf(banner)).toBe(major);
  });
});
