type OneOrMore = string | readonly string[];

/** One statement of an IAM policy document, its ARNs resolved. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMore;
  readonly NotAction?: OneOrMore;
  readonly Resource?: OneOrMore;
  readonly NotResource?: OneOrMore;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Whether a role with these statements may do `action` on `resource`: some statement allows it and
 * none denies it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function allows(
  statements: readonly Statement[],
  action: string,
  resource: string,
): boolean {
  const speaking = statements.filter(
    (statement) =>
      !isForServices(statement) &&
      coversAction(statement, action) &&
      coversResource(statement, resource),
  );
  return (
    speaking.some(({ Effect }) => Effect === 'Allow') &&
    speaking.every(({ Effect }) => Effect !== 'Deny')
  );
}

/**
 * Throws for statements that `allows` cannot judge as AWS would: a condition taken for granted
 * would let through here what is refused when deployed.
 */
export function assertCheckable(functionName: string, statements: readonly Statement[]): void {
  for (const statement of statements) {
    const where = `${functionName}: statement ${statement.Sid ?? JSON.stringify(statement)}`;
    if (statement.Condition && !isForServices(statement))
      throw new Error(`${where} has a condition the gateway cannot check`);
    if (!statement.Action && !statement.NotAction) throw new Error(`${where} names no action`);
    if (!statement.Resource && !statement.NotResource)
      throw new Error(`${where} names no resource`);
    const texts = [
      statement.Action,
      statement.Resource,
      statement.NotAction,
      statement.NotResource,
    ];
    if (texts.flat().some((text) => text !== undefined && typeof text !== 'string'))
      throw new Error(`${where} still holds an intrinsic function`);
  }
}

/**
 * Holds only where another AWS service calls on the role's behalf, as DynamoDB does for a table's
 * key. Functions' own calls, the only ones here, never carry `kms:ViaService`; and of several
 * conditions all must hold.
 */
const isForServices = ({ Condition = {} }: Statement) =>
  [Condition.StringEquals, Condition.StringLike].some((test) => test && 'kms:ViaService' in test);

/** Actions are compared without regard to case, ARNs with it. */
const coversAction = ({ Action, NotAction }: Statement, action: string) =>
  Action !== undefined
    ? anyMatches(Action, action, 'i')
    : !anyMatches(NotAction ?? [], action, 'i');

const coversResource = ({ Resource, NotResource }: Statement, resource: string) =>
  Resource !== undefined
    ? anyMatches(Resource, resource, '')
    : !anyMatches(NotResource ?? [], resource, '');

const anyMatches = (patterns: OneOrMore, text: string, flags: string) =>
  [patterns].flat().some((pattern) => wildcard(pattern, flags).test(text));

/** `*` stands for any text, also across `:` and `/`; `?` for one character. */
const wildcard = (pattern: string, flags: string) => {
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, `s${flags}`);
};
