import type { Item } from '../../shared/store/write.ts';

/** As much of DynamoDB's expressions as the stores of webhooks use. */
export interface Given {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>> | undefined;
}

const nameOf = (name: string, { ExpressionAttributeNames: names }: Given): string =>
  name.startsWith('#') ? (names?.[name] ?? name) : name;

function at(item: Item | undefined, path: string, given: Given): unknown {
  let found: unknown = item;
  for (const part of path.trim().split('.')) {
    found = (found as Item | undefined)?.[nameOf(part, given)];
  }
  return found;
}

function operand(text: string, item: Item | undefined, given: Given): unknown {
  const name = text.trim();
  return name.startsWith(':') ? given.ExpressionAttributeValues?.[name] : at(item, name, given);
}

/** Whether a condition holds: `AND`, `OR`, comparisons and whether something exists. */
export function holds(
  expression: string | undefined,
  item: Item | undefined,
  given: Given,
): boolean {
  if (!expression) return true;
  return expression
    .split(' OR ')
    .some((all) => all.split(' AND ').every((one) => isSo(one, item, given)));
}

function isSo(condition: string, item: Item | undefined, given: Given): boolean {
  const exists = /^\s*attribute_(not_)?exists\((.+)\)\s*$/.exec(condition);
  if (exists) return (at(item, exists[2] ?? '', given) === undefined) === (exists[1] !== undefined);
  const [, left = '', operator, right = ''] = /^(.+?)\s*(<=|=|<)\s*(.+)$/.exec(condition) ?? [];
  const [a, b] = [operand(left, item, given), operand(right, item, given)] as [string, string];
  if (operator === '=') return a !== undefined && a === b;
  if (operator === '<') return a !== undefined && a < b;
  if (operator === '<=') return a !== undefined && a <= b;
  throw new Error(`not understood: ${condition}`);
}

/** The item after an update: `SET`, `REMOVE`. */
export function updated(expression: string, item: Item, given: Given): Item {
  const next: Item = { ...item };
  for (const clause of expression.split(/(?=\b(?:SET|REMOVE) )/)) {
    const [, verb, rest = ''] = /^(SET|REMOVE) (.*?)\s*$/s.exec(clause) ?? [];
    for (const part of topLevel(rest)) {
      if (verb === 'REMOVE') delete next[nameOf(part, given)];
      else {
        const [, path = '', value = ''] = /^(\S+) = (.*)$/s.exec(part) ?? [];
        next[nameOf(path, given)] = computed(value, item, given);
      }
    }
  }
  return next;
}

/** Split at commas that stand in no bracket. */
function topLevel(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

function computed(text: string, item: Item, given: Given): unknown {
  const call = /^(if_not_exists|list_append)\((.*)\)$/s.exec(text);
  if (call && !text.slice(0, -1).includes(') +')) {
    const [first = '', second = ''] = topLevel(call[2] ?? '');
    if (call[1] === 'if_not_exists') return at(item, first, given) ?? operand(second, item, given);
    const [a, b] = [computed(first, item, given), computed(second, item, given)];
    return [...(a as unknown[]), ...(b as unknown[])];
  }
  const sum = /^(.+) \+ (.+)$/s.exec(text);
  if (sum)
    return (
      Number(computed(sum[1] ?? '', item, given)) + Number(computed(sum[2] ?? '', item, given))
    );
  return operand(text, item, given);
}
