import * as z from 'zod';
import type { oas31, ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi';
import type { Endpoint } from '../endpoint.ts';
import { type Example, examples } from '../examples/index.ts';
import { answerHeader, headersOf } from './headers.ts';
import { refusalAnswers } from './refusals.ts';

/** The scope every token must carry. */
export const SCOPE = 'ertad/api';

/** An endpoint as the document describes it. */
export function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { operation, summary, body } = endpoint;
  return {
    operationId: operation,
    tags: [endpoint.function],
    summary: summary.en,
    description: summary.ka,
    security: securityOf(endpoint),
    requestParams: {
      ...(endpoint.params && { path: z.object(endpoint.params) }),
      ...(endpoint.query && { query: z.object(endpoint.query) }),
    },
    parameters: headersOf(endpoint),
    ...(body && {
      requestBody: { required: true, content: jsonOf(body, bodyExamples(operation)) },
    }),
    responses: { ...answersOf(endpoint), ...refusalAnswers(endpoint) },
  };
}

function securityOf(endpoint: Endpoint): oas31.SecurityRequirementObject[] {
  if (endpoint.public) return [];
  return endpoint.signed ? [{ signature: [] }] : [{ signIn: [SCOPE] }];
}

const jsonOf = (schema: z.ZodType, shown: Record<string, oas31.ExampleObject>) => ({
  'application/json': { schema, examples: shown },
});

const bodyExamples = (operation: string): Record<string, oas31.ExampleObject> =>
  Object.fromEntries(
    Object.entries(examples[operation]?.bodies ?? {}).map(
      ([name, { title, value }]: [string, Example]) => [
        name,
        { summary: title.en, 'x-summary-ka': title.ka, value },
      ],
    ),
  );

function answersOf(endpoint: Endpoint): Record<`2${string}`, ZodOpenApiResponseObject> {
  return Object.fromEntries(
    Object.entries(endpoint.answers).map(([status, schema]) => [
      status,
      {
        description: endpoint.summary.en,
        headers: headersOfAnswer(status, schema),
        ...contentOf(endpoint, schema),
      },
    ]),
  );
}

function contentOf({ operation, produces }: Endpoint, schema: z.ZodType) {
  if (schema instanceof z.ZodUndefined) return {};
  if (produces) return { content: { [produces]: { schema } } };
  const answer = examples[operation]?.answer;
  return {
    content: jsonOf(schema, answer === undefined ? {} : { answer: { value: answer } }),
  };
}

const has = (schema: z.ZodType, field: string): boolean =>
  schema instanceof z.ZodObject && field in schema.shape;

/** A record with a version says which; what was made says where it is. */
const headersOfAnswer = (status: string, schema: z.ZodType): oas31.HeadersObject => ({
  ...(has(schema, 'version') && { ETag: answerHeader('ETag') }),
  ...(status === '201' && has(schema, 'links') && { Location: answerHeader('Location') }),
});
