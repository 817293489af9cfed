/** What `Ref` and `Fn::GetAtt` give for this template on this machine. */
export interface References {
  ref(logicalId: string): unknown;
  attribute(logicalId: string, name: string): unknown;
}

type Conditions = Readonly<Record<string, unknown>>;
type Arguments = readonly unknown[];
type Resolve = (value: unknown) => unknown;

/** Resolves CloudFormation's intrinsic functions, deep; an unknown one throws. */
export function resolver(references: References, conditions: Conditions = {}): Resolve {
  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (id) => references.ref(text(id)),
    Condition: (name) => truth(text(name)),
    'Fn::GetAtt': (argument) => attribute(references, argument),
    'Fn::Join': (argument) => {
      const [glue, parts] = list(argument);
      return list(resolve(parts)).map(text).join(text(glue));
    },
    'Fn::Select': (argument) => {
      const [index, from] = list(argument);
      return list(resolve(from))[Number(index)];
    },
    'Fn::Split': (argument) => {
      const [glue, whole] = list(argument);
      return text(resolve(whole)).split(text(glue));
    },
    'Fn::Sub': (argument) => substitute(references, resolve, argument),
    'Fn::If': (argument) => {
      const [name, yes, no] = list(argument);
      return resolve(truth(text(name)) ? yes : no);
    },
    'Fn::Equals': (argument) => {
      const [one, other] = list(resolve(argument));
      return one === other;
    },
    'Fn::And': (argument) => list(resolve(argument)).every(Boolean),
    'Fn::Or': (argument) => list(resolve(argument)).some(Boolean),
    'Fn::Not': (argument) => !list(resolve(argument))[0],
  };

  function truth(name: string): boolean {
    if (!(name in conditions)) throw new Error(`The template has no condition ${name}.`);
    return resolve(conditions[name]) === true;
  }

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? ['', undefined];
    if (entries.length === 1 && (name.startsWith('Fn::') || name === 'Ref')) {
      const intrinsic = functions[name];
      if (!intrinsic) throw new Error(`The local hub does not know the intrinsic ${name}.`);
      return intrinsic(argument);
    }
    if (entries.length === 1 && name === 'Condition' && typeof argument === 'string')
      return truth(argument);
    const resolved = entries.map(([key, inner]) => [key, resolve(inner)] as const);
    return Object.fromEntries(resolved.filter(([, inner]) => inner !== undefined));
  }

  return resolve;
}

function attribute(references: References, argument: unknown): unknown {
  const [id, ...path] = Array.isArray(argument) ? argument : text(argument).split('.');
  return references.attribute(text(id), path.map(text).join('.'));
}

function substitute(references: References, resolve: Resolve, argument: unknown): string {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const given = resolve(variables ?? {}) as Record<string, unknown>;
  return text(template).replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (name in given) return text(given[name]);
    return text(name.includes('.') ? attribute(references, name) : references.ref(name));
  });
}

function list(value: unknown): Arguments {
  if (!Array.isArray(value)) throw new Error(`A list was expected, not ${JSON.stringify(value)}.`);
  return value;
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`Text was expected, not ${JSON.stringify(value)}.`);
}
