import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actions } from '../../domain/access/actions.ts';
import { LIST_LINE, PROJECT, Rules } from '../../domain/access/rule.ts';
import { cedar } from './cedar.ts';

const DOMAIN = join(import.meta.dirname, '../../domain/access');
/** Where the rules are, one to a file, in folders that give their order. */
export const POLICIES = join(DOMAIN, 'policies');
/** What the functions load. */
export const COMPILED = join(DOMAIN, 'policies.json');

const ENDING = '.cedar';
/** Folder of rules on trial: `permit … when { false }` tries what happens without one. */
const SHADOW = 'shadow/';
const orderOf = (path: string): number =>
  path.startsWith(SHADOW) ? Number.MAX_SAFE_INTEGER : Number.parseInt(path, 10);

/** The rule files, without their ending, in the order in which they give their names. */
const ruleFiles = (): string[] =>
  readdirSync(POLICIES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ENDING))
    .map((path) => path.slice(0, -ENDING.length))
    .sort((a, b) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1));

/** The schema with every action that can be asked for. */
const schemaText = (): string =>
  [
    readFileSync(join(DOMAIN, 'ertad.cedarschema'), 'utf8'),
    ...[...actions, LIST_LINE, PROJECT].map(
      (action) => `action "${action}" appliesTo { principal: [Account], resource: [Record] };`,
    ),
  ].join('\n');

const listOf = (text: string | undefined): string[] | string | undefined => {
  if (text === undefined || ['all', 'needed', 'opened'].includes(text)) return text;
  return text === 'none' ? [] : text.split(',');
};

function compileOne(path: string): unknown {
  const answer = cedar.policyToJson(readFileSync(join(POLICIES, `${path}${ENDING}`), 'utf8'));
  if (answer.type === 'failure') throw new Error(`${path}: ${answer.errors[0]?.message}`);
  const { annotations = {}, ...policy } = answer.json;
  const { id, en, ka, basis = '', purpose, discloses, needs, hides } = annotations;
  if (!path.endsWith(`/${id}`)) throw new Error(`${path}: its @id is ${id}`);
  const opens = { discloses: listOf(discloses), needs: listOf(needs), hides: listOf(hides) };
  return {
    ...{ id, effect: policy.effect, en, ka, basis: basis.split(','), purpose },
    actions: actionsOf(policy.action),
    ...Object.fromEntries(Object.entries(opens).filter(([, value]) => value !== undefined)),
    ...(path.startsWith(SHADOW) && { shadow: true }),
    policy,
  };
}

type Scope =
  ReturnType<typeof cedar.policyToJson> extends infer A
    ? A extends { json: { action: infer S } }
      ? S
      : never
    : never;

function actionsOf(scope: Scope): string[] | 'all' {
  if (scope.op === 'All') return 'all';
  const named = 'entities' in scope ? scope.entities : 'entity' in scope ? [scope.entity] : [];
  return named.map((entity) => ('id' in entity ? entity.id : entity.__entity.id));
}

/**
 * Reads every rule, checks it against the schema and the pack's legal bases, and gives what the
 * functions load.
 */
export function compileRules(bases: ReadonlySet<string>) {
  const rules = Rules.parse(ruleFiles().map(compileOne));
  for (const { id, basis } of rules) {
    const unknown = basis.find((code) => !bases.has(code));
    if (unknown !== undefined) throw new Error(`${id}: the pack has no legal basis ${unknown}`);
  }
  const named = rules.map(({ id, shadow, policy }) => [shadow ? `${SHADOW}${id}` : id, policy]);
  const staticPolicies = Object.fromEntries(named) as Record<string, never>;
  const answer = cedar.validate({ schema: schemaText(), policies: { staticPolicies } });
  if (answer.type === 'failure') throw new Error(answer.errors[0]?.message);
  const [wrong] = answer.validationErrors;
  if (wrong) throw new Error(`${wrong.policyId}: ${wrong.error.message}`);
  return rules;
}
