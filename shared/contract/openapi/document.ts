/** The parts of OpenAPI 3.1 that the published document uses, as they are read from it. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Described & { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly Tag[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks: Readonly<Record<string, PathItem>>;
  readonly components: Components;
}

export interface Components {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly headers: Readonly<Record<string, Header>>;
  readonly examples: Readonly<Record<string, Example>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
}

/** In English; in Georgian beside it. */
interface Described {
  readonly description?: string;
  readonly 'x-description-ka'?: string;
}
export interface Ref {
  readonly $ref: string;
}
interface Tag extends Described {
  readonly name: string;
  readonly 'x-display-name': string;
  readonly 'x-display-name-ka': string;
}
export type Method = 'get' | 'post' | 'put' | 'delete';
export type PathItem = Readonly<Partial<Record<Method, Operation>>>;

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  /** In English; the description says the same in Georgian. */
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly (Parameter | Ref)[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  /** Of a webhook that stands in no feed. */
  readonly 'x-sent-only'?: boolean;
}
export interface Parameter extends Described {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}
export interface Header extends Described {
  readonly schema: Schema;
  readonly example?: unknown;
}
export interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Ref>>;
  readonly content?: Content;
}
export type Content = Readonly<Record<string, Media>>;
interface Media {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, Example | Ref>>;
}
export interface Example {
  readonly summary?: string;
  readonly 'x-summary-ka'?: string;
  readonly value: unknown;
}
interface SecurityScheme extends Described {
  readonly type: 'oauth2' | 'apiKey';
  /** Of `oauth2` only. */
  readonly flows?: {
    readonly clientCredentials: { readonly tokenUrl: string };
    readonly authorizationCode: { readonly authorizationUrl: string; readonly tokenUrl: string };
  };
}

export interface Schema extends Described {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Every operation of the paths or webhooks with its place, in the document's order. */
export const operationsOf = (items: OpenApiDocument['paths']) =>
  Object.entries(items).flatMap(([path, item]) =>
    (Object.entries(item) as [Method, Operation][]).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
  );
