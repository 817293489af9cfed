import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize, type Template, type TemplateResource } from '../../infra/synthesize.ts';

type Properties = Readonly<Record<string, unknown>>;
type Resource = TemplateResource & { readonly id: string; readonly Properties: Properties };

/** The template as it is deployed, without code and without the rule packs: quick. */
export function hubTemplate(context: Readonly<Record<string, string>> = {}): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'ertad-template-'));
  try {
    return synthesize({ outdir, bundle: false, context }).template;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Resources of one type with their logical ids, in the template's order. */
export function resources(template: Template, type: string): Resource[] {
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([id, resource]) => ({ id, ...resource, Properties: resource.Properties ?? {} }));
}

/** The one resource of its type. */
export function single(template: Template, type: string): Resource {
  const [found, ...others] = resources(template, type);
  if (!found || others.length > 0) throw new Error(`One ${type} expected.`);
  return found;
}

/** All records stand in one table; the wrapped data keys in another. */
export function tableOf(template: Template, what: 'Data' | 'Vault'): Resource {
  const tables = resources(template, 'AWS::DynamoDB::Table');
  const [found, ...others] = tables.filter(({ id }) => id.startsWith(what));
  if (!found || others.length > 0) throw new Error(`One table of ${what} expected.`);
  return found;
}

/** The properties of the one resource of its type. */
export const only = (template: Template, type: string): Properties =>
  single(template, type).Properties;

/** The logical id that a `Ref` or a `Fn::GetAtt` names. */
export function target(reference: unknown): string | undefined {
  const { Ref, 'Fn::GetAtt': attribute } = (reference ?? {}) as {
    Ref?: string;
    'Fn::GetAtt'?: [string, string];
  };
  return Ref ?? attribute?.[0];
}

/** Environment variables of a function, by its `POWERTOOLS_SERVICE_NAME`. */
export function functions(template: Template) {
  return resources(template, 'AWS::Lambda::Function').map(({ id, Properties }) => {
    const { Variables } = Properties.Environment as {
      Variables: Readonly<Record<string, unknown>>;
    };
    return {
      id,
      name: String(Variables.POWERTOOLS_SERVICE_NAME),
      variables: Variables,
      Properties,
    };
  });
}

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** What a function's role may do, one entry for each action and resource. */
export function permissions(template: Template, functionName: string) {
  const role = target(
    functions(template).find(({ name }) => name === functionName)?.Properties.Role,
  );
  return resources(template, 'AWS::IAM::Policy')
    .filter(({ Properties }) =>
      (Properties.Roles as unknown[]).some((each) => target(each) === role),
    )
    .flatMap(
      ({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement,
    )
    .flatMap((statement) =>
      [statement.Action].flat().flatMap((action) =>
        [statement.Resource].flat().map((resource) => ({
          action,
          resource: JSON.stringify(resource),
          conditional: statement.Condition !== undefined,
        })),
      ),
    );
}

/** Alarms on a metric of one resource. */
export const alarmsOn = (template: Template, metric: string, dimension: string, id: string) =>
  resources(template, 'AWS::CloudWatch::Alarm')
    .map(({ Properties }) => Properties)
    .filter(
      ({ MetricName, Dimensions }) =>
        MetricName === metric &&
        ((Dimensions ?? []) as { Name: string; Value: unknown }[]).some(
          ({ Name, Value }) => Name === dimension && target(Value) === id,
        ),
    );
