type Rule = (value: unknown) => boolean;

/** Whether an event matches a pattern, as Lambda's event filtering reads it. */
export function matcher(pattern: unknown): (event: unknown) => boolean {
  if (!isObject(pattern)) throw new Error('An event pattern is an object.');
  const fields = Object.entries(pattern).map(([name, inner]) => [name, field(inner)] as const);
  return (event) =>
    fields.every(([name, matches]) => matches(isObject(event) ? event[name] : undefined));
}

function field(pattern: unknown): Rule {
  if (!Array.isArray(pattern)) return matcher(pattern);
  const rules = pattern.map(rule);
  // A list in the event matches when one of its elements does.
  return (value) =>
    rules.some((matches) => (Array.isArray(value) ? value.some(matches) : matches(value)));
}

function rule(pattern: unknown): Rule {
  if (!isObject(pattern)) return (value) => value === pattern;
  const entries = Object.entries(pattern);
  const [name, argument] = entries[0] ?? [''];
  if (entries.length !== 1) throw new Error('A rule of an event pattern has one name.');
  switch (name) {
    case 'prefix':
      return (value) => typeof value === 'string' && value.startsWith(String(argument));
    case 'suffix':
      return (value) => typeof value === 'string' && value.endsWith(String(argument));
    case 'equals-ignore-case':
      return (value) =>
        typeof value === 'string' && value.toLowerCase() === String(argument).toLowerCase();
    case 'exists':
      return (value) => (value !== undefined) === argument;
    case 'anything-but':
      return anythingBut(argument);
    case 'numeric':
      return numeric(argument);
    default:
      throw new Error(`The local hub does not know the event filter ${name}.`);
  }
}

function anythingBut(argument: unknown): Rule {
  const unwanted = (Array.isArray(argument) ? argument : [argument]).map(rule);
  return (value) => value !== undefined && !unwanted.some((matches) => matches(value));
}

const COMPARISONS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

function numeric(argument: unknown): Rule {
  if (!Array.isArray(argument)) throw new Error('A numeric filter is a list.');
  const comparisons: Rule[] = [];
  for (let at = 0; at < argument.length; at += 2) {
    const compare = COMPARISONS[String(argument[at])];
    if (!compare) throw new Error(`The local hub does not know the comparison ${argument[at]}.`);
    const limit = Number(argument[at + 1]);
    comparisons.push((value) => typeof value === 'number' && compare(value, limit));
  }
  return (value) => comparisons.every((matches) => matches(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
