import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../shared/contract/index.ts';
import { eventTypes } from '../shared/domain/journal/event.ts';
import { refusals } from '../shared/domain/refusal-codes.ts';

/** What holds between the files of the repository, read from the files themselves. */
const ROOT = resolve(import.meta.dirname, '..');
const PARTS = 'shared functions infra console conformance demo test'.split(' ');

interface Source {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Paths from the root, or names of packages. */
  readonly imports: readonly string[];
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import '([^']+)'/g;

function read(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const imports = [...text.matchAll(IMPORT)].flatMap((found) => {
    const name = found[1] ?? found[2] ?? found[3];
    if (name === undefined) return [];
    return name.startsWith('.') ? [relative(ROOT, resolve(ROOT, dirname(path), name))] : [name];
  });
  return { path, text, imports };
}

function sourcesUnder(part: string): Source[] {
  const entries = readdirSync(join(ROOT, part), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('node_modules'))
    .map(read);
}

const all = PARTS.filter((part) => readdirSync(ROOT).includes(part)).flatMap(sourcesUnder);
const under = (...folders: string[]) =>
  all.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
const shipped = all.filter(({ path }) => !path.startsWith('test/'));

/** Imports of the folder that none of the prefixes allows, each with the file it stands in. */
const strays = (folder: string, allowed: readonly string[]): string[] =>
  under(folder).flatMap(({ path, imports }) =>
    imports
      .filter((name) => !allowed.some((prefix) => name === prefix || name.startsWith(`${prefix}/`)))
      .map((name) => `${path} → ${name}`),
  );
/** Imports of the folder that one of the prefixes forbids. */
const forbidden = (folder: string, names: readonly string[]): string[] =>
  under(folder).flatMap(({ path, imports }) =>
    imports
      .filter((name) => names.some((prefix) => name === prefix || name.startsWith(`${prefix}/`)))
      .map((name) => `${path} → ${name}`),
  );
/** Lines of code that a pattern finds; comments may speak of anything. */
const lines = (sources: readonly Source[], pattern: RegExp): string[] =>
  sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, i) =>
        !/^\s*\/?\*/.test(line) && pattern.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [],
      ),
  );

describe('dependencies run one way', () => {
  it('reads what is there', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(read('shared/domain/referral/check.ts').imports).toContain('temporal-polyfill');
    expect(read('functions/tasks/handler.ts').imports).toContain('functions/tasks/env.ts');
  });

  it('the domain knows zod, Temporal and itself', () => {
    expect(strays('shared/domain', ['zod', 'temporal-polyfill', 'shared/domain'])).toEqual([]);
  });

  it('the contract knows the domain', () => {
    const allowed = ['zod', 'zod-openapi', 'shared/contract', 'shared/domain'];
    expect(strays('shared/contract', allowed)).toEqual([]);
  });

  it('the policy pack knows the domain', () => {
    const allowed = ['zod', 'temporal-polyfill', 'node:crypto', 'node:fs', 'node:util'];
    expect(strays('shared/policy', [...allowed, 'shared/policy', 'shared/domain'])).toEqual([]);
  });

  it('what is shared knows no function, no infrastructure, no console and no demo', () => {
    expect(forbidden('shared', ['functions', 'infra', 'console', 'demo', 'test'])).toEqual([]);
  });

  it('the SDK of DynamoDB stops at the store', () => {
    const names = ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'];
    expect(forbidden('functions', names)).toEqual([]);
    const platform = forbidden('shared/platform', names).filter(
      (stray) => !/^shared\/platform\/(hub-table|runtime|stream)\.ts/.test(stray),
    );
    expect(platform).toEqual([]);
  });

  /**
   * What a partner's system sends in must go exactly the way of the endpoints themselves: a second
   * way would have rules of its own before long.
   */
  const SAME_WAY_IN = [
    'functions/inbound/receive-webhook.ts → functions/referrals/submit-referral.ts',
    'functions/inbound/receive-webhook.ts → functions/tasks/transition-task.ts',
  ];

  it('a function knows what is shared, and no other function but where both are one way in', () => {
    const strangers = under('functions').flatMap(({ path, imports }) => {
      const [, own] = path.split('/');
      return imports
        .filter((name) => name.startsWith('functions/') && !name.startsWith(`functions/${own}/`))
        .map((name) => `${path} → ${name}`);
    });
    expect(strangers.toSorted()).toEqual(SAME_WAY_IN);
    expect(forbidden('functions', ['infra', 'console', 'demo', 'test', 'aws-cdk-lib'])).toEqual([]);
  });

  it('the infrastructure knows of a function only the environment it needs', () => {
    const inside = forbidden('infra', ['functions']).filter((one) => !one.endsWith('/env.ts'));
    expect(inside).toEqual([]);
  });

  it('the deployed infrastructure knows the contract, and no store', () => {
    const strangers = under('infra')
      .filter(({ path }) => !path.startsWith('infra/local/') && !path.startsWith('infra/operate/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter((name) => /^shared\/(?:store|platform|domain)\//.test(name))
          .map((name) => `${path} → ${name}`),
      );
    expect(strangers).toEqual([]);
  });

  it('the console knows contract and domain, and no store', () => {
    const names = ['shared/store', 'shared/platform', 'shared/policy', 'functions', 'infra'];
    expect(forbidden('console', names)).toEqual([]);
  });

  it('the kit for partners stands alone: with Node and nothing else', () => {
    const strangers = strays('conformance', ['conformance']).filter(
      (stray) => !/ → node:/.test(stray),
    );
    expect(strangers).toEqual([]);
    expect(under('conformance').length).toBeGreaterThan(20);
  });

  it('nothing that ships knows the tests', () => {
    expect(
      shipped.flatMap(({ path, imports }) =>
        imports
          .filter((name) => name.startsWith('test/') || name === 'vitest')
          .map((name) => `${path} → ${name}`),
      ),
    ).toEqual([]);
  });
});

describe('the domain is pure', () => {
  it('asks no clock and draws no lot', () => {
    const impure =
      /new Date\(|Date\.now|Temporal\.Now|Math\.random|randomUUID|randomBytes|crypto|performance\./;
    expect(lines(under('shared/domain'), impure)).toEqual([]);
  });

  it('reads no environment, writes no log and waits for nothing', () => {
    expect(
      lines(under('shared/domain'), /process\.|console\.|\bawait\b|\basync\b|setTimeout/),
    ).toEqual([]);
  });
});

describe('each file', () => {
  it('reads the environment only where a function is wired', () => {
    const elsewhere = lines(under('shared', 'functions', 'console'), /process\.env/).filter(
      (line) => !/^functions\/[^/]+\/handler\.ts:/.test(line),
    );
    expect(elsewhere).toEqual([]);
  });

  it('of a function’s wiring decides nothing', () => {
    const handlers = under('functions').filter(({ path }) => basename(path) === 'handler.ts');
    expect(handlers.length).toBeGreaterThan(8);
    expect(lines(handlers, /\bif \(|\bswitch \(|\bfor \(|\bwhile \(|\btry \{/)).toEqual([]);
  });

  it('stays short enough to be read at once, but for data', () => {
    const DATA = ['shared/contract/examples/', 'shared/domain/refusal-kinds.ts'];
    const long = shipped
      .filter(({ path }) => !DATA.some((data) => path.startsWith(data)))
      .filter(({ text }) => text.split('\n').length > 251)
      .map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('imports zod whole, which costs a bundle 360 kB less', () => {
    expect(
      lines(all, /import \{[^}]*\} from 'zod'/).filter(
        (line) => !line.includes('test/architecture'),
      ),
    ).toEqual([]);
  });

  it('switches no check off and leaves nothing for later', () => {
    const marks = new RegExp(
      [
        '@ts-',
        'ignore|@ts-',
        'expect-error|biome-',
        'ignore|eslint-',
        'disable|\\bTO',
        'DO\\b|\\bFIX',
        'ME\\b',
      ].join(''),
    );
    expect(lines(shipped, marks)).toEqual([]);
  });

  it('lies in a folder named by its purpose', () => {
    expect(
      all.filter(({ path }) => /\/(?:utils?|helpers?|managers?|types|common)\//.test(path)),
    ).toEqual([]);
  });
});

describe('tests', () => {
  it('replace no module and wait for no time to pass', () => {
    const own = under('test').filter(({ path }) => !path.endsWith('architecture.test.ts'));
    expect(lines(own, /\bvi\.(?:mock|doMock|stubGlobal|useFakeTimers)\b/)).toEqual([]);
  });
});

describe('catalogues', () => {
  const code = under('shared', 'functions')
    .filter(({ path }) => !path.startsWith('shared/contract/'))
    .filter(({ path }) => !path.endsWith('refusal-codes.ts') && !path.endsWith('journal/event.ts'))
    .map(({ text }) => text)
    .join('\n');
  const GEORGIAN = /[ა-ჰ]/;

  it.each(Object.entries(refusals))(
    'the refusal %s has both languages and is used',
    (name, words) => {
      for (const { ka, en } of [words.title, words.instead]) {
        expect(ka).toMatch(GEORGIAN);
        expect(en).not.toMatch(GEORGIAN);
        expect(en.length).toBeGreaterThan(10);
      }
      expect(code).toContain(`'${name}'`);
    },
  );

  it.each(Object.entries(eventTypes))(
    'the event %s has both languages and happens',
    (name, words) => {
      expect(words.ka).toMatch(GEORGIAN);
      expect(words.en).not.toMatch(GEORGIAN);
      expect(name).toMatch(/^[a-z]+\.[a-z-]+$/);
      expect(code).toContain(`'${name}'`);
    },
  );

  it.each(endpoints.map((one) => [one.operation, one] as const))(
    '%s asks access for something, or is open to everybody, or to whoever signs',
    (_, one) => {
      const ways = [one.action !== undefined, one.public === true, one.signed === true];
      expect(ways.filter(Boolean)).toHaveLength(1);
      expect(one.summary.ka).toMatch(GEORGIAN);
      const named = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(one.params ?? {}).toSorted()).toEqual(named.toSorted());
    },
  );

  it('no two endpoints share a name or a place', () => {
    const names = endpoints.map(({ operation }) => operation);
    const places = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect([new Set(names).size, new Set(places).size]).toEqual([names.length, places.length]);
  });
});
