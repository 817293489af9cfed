import type { OpenApiDocument, Ref, Schema } from './openapi/document.ts';

/** In English; in Georgian beside it. */
interface Described {
  readonly title?: string;
  readonly 'x-title-ka'?: string;
  readonly description?: string;
  readonly 'x-description-ka'?: string;
}
export type Schemas = OpenApiDocument['components']['schemas'];

/** The parts of AsyncAPI 3.0 that the published document uses. */
export interface AsyncApiDocument {
  readonly asyncapi: '3.0.0';
  readonly info: Described & {
    readonly title: string;
    readonly version: string;
    readonly license: { readonly name: string };
  };
  readonly defaultContentType: string;
  readonly 'x-payload-versions': readonly number[];
  /** Types that stand in no feed and in no journal. */
  readonly 'x-sent-only': readonly string[];
  readonly servers: Readonly<
    Record<string, Described & { readonly host: string; readonly protocol: string }>
  >;
  readonly channels: Readonly<Record<string, Channel>>;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: {
    readonly messages: Readonly<Record<string, Message>>;
    readonly schemas: Schemas;
  };
}

interface Channel extends Described {
  readonly address: string | null;
  readonly servers: readonly Ref[];
  readonly messages: Readonly<Record<string, Ref>>;
}

interface Operation extends Described {
  readonly action: 'send' | 'receive';
  readonly channel: Ref;
  readonly messages: readonly Ref[];
  readonly bindings: {
    readonly http: { readonly method: string; readonly bindingVersion: string };
  };
}

export interface Message extends Described {
  readonly name: string;
  readonly contentType: string;
  readonly headers: Schema;
  readonly payload: Schema;
  readonly examples: readonly { readonly name: string; readonly payload: unknown }[];
  readonly 'x-sent-only'?: boolean;
}
