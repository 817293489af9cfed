import type { Template, TemplateResource } from '../synthesize.ts';
import { type References, resolver } from './intrinsics.ts';
import { createdHere, ignoredHere, type Place } from './resource-types.ts';

export type { Place } from './resource-types.ts';

/** A resource of the template that exists here, its name settled. */
export interface LocalResource {
  readonly logicalId: string;
  readonly type: string;
  readonly name: string;
  /** As written in the template: resolve what you read. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The template with its intrinsics resolved to names on this machine. */
export interface ResolvedTemplate {
  ofType(type: string): readonly LocalResource[];
  /** Throws where a value depends on something that exists in the cloud only. */
  resolve(value: unknown): unknown;
  /** The same, but what exists in the cloud only becomes an ARN that matches nothing here. */
  resolveLoosely(value: unknown): unknown;
  /** The resource an ARN, a name or a logical id of this template means. */
  find(type: string, reference: string): LocalResource;
}

interface WithConditions extends Template {
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
}

/** Reads a synthesized template; a type it has never heard of is an error. */
export function readTemplate(template: WithConditions, place: Place): ResolvedTemplate {
  const conditions = template.Conditions ?? {};
  const strict = resolver(references('strict'), conditions);
  const loose = resolver(references('loose'), conditions);
  const present = Object.entries(template.Resources).filter(
    ([, { Condition }]) => !Condition || strict({ Condition }) === true,
  );
  const resources = new Map(
    present.flatMap(([id, resource]) => {
      const local = known(id, resource);
      return local ? [[id, local] as const] : [];
    }),
  );

  function known(logicalId: string, { Type, Properties }: TemplateResource) {
    if (ignoredHere(Type)) return undefined;
    const type = createdHere(Type);
    if (!type) throw new Error(`The local hub does not know the resource type ${Type}.`);
    const properties = Properties ?? {};
    const given = type.nameProperty ? properties[type.nameProperty] : undefined;
    const name = typeof given === 'string' ? given : type.derivedName(logicalId, properties, place);
    return { logicalId, type: Type, name, properties };
  }

  function references(mode: 'strict' | 'loose'): References {
    const absent = (id: string) => {
      const type = template.Resources[id]?.Type;
      if (!type) throw new Error(`The template has no resource ${id}.`);
      if (mode === 'loose') return `arn:aws:absent:${place.region}:${place.account}:${id}`;
      throw new Error(`${id} (${type}) exists in the cloud only; the local hub cannot name it.`);
    };
    return {
      ref(id) {
        if (id.startsWith('AWS::')) return pseudoParameter(id, place);
        const parameter = template.Parameters?.[id];
        if (parameter && 'Default' in parameter) return parameter.Default;
        const resource = resources.get(id);
        return resource ? createdHere(resource.type)?.ref(resource.name, place) : absent(id);
      },
      attribute(id, name) {
        const resource = resources.get(id);
        if (!resource) return absent(id);
        const value = createdHere(resource.type)?.attributes[name]?.(resource.name, place);
        if (value === undefined)
          throw new Error(`The local hub does not know ${name} of ${id} (${resource.type}).`);
        return value;
      },
    };
  }

  const ofType = (type: string) => [...resources.values()].filter((each) => each.type === type);
  return {
    ofType,
    resolve: strict,
    resolveLoosely: loose,
    find(type, reference) {
      const found = ofType(type).find((each) => {
        const { ref, attributes } = createdHere(each.type) ?? {};
        const values = Object.values(attributes ?? {}).map((value) => value(each.name, place));
        return [each.logicalId, each.name, ref?.(each.name, place), ...values].includes(reference);
      });
      if (!found) throw new Error(`The template has no ${type} that ${reference} could mean.`);
      return found;
    },
  };
}

function pseudoParameter(name: string, { region, account, stackName }: Place): unknown {
  const values: Readonly<Record<string, unknown>> = {
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/local`,
    'AWS::NoValue': undefined,
  };
  if (!(name in values)) throw new Error(`The local hub does not know the parameter ${name}.`);
  return values[name];
}
