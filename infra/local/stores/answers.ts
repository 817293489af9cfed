import { randomUUID } from 'node:crypto';

/** An HTTP answer as the AWS service would give it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Uint8Array;
}

const REQUEST_ID = 'x-amzn-requestid';

/** A refusal in the AWS JSON protocols: `type` is the error's full name, `code#Name` or `Name`. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly type: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(
    type: string,
    message: string,
    status = 400,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.type = type;
    this.status = status;
    this.details = details;
  }
}

/** A good answer in the AWS JSON protocols. */
export const json = (body: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1', [REQUEST_ID]: randomUUID() },
  body: JSON.stringify(body),
});

/** A good answer of SNS, the one service here that answers in XML. */
export const xml = (operation: string, content: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/xml', [REQUEST_ID]: randomUUID() },
  body:
    `<${operation}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/">` +
    `<${operation}Result>${content}</${operation}Result></${operation}Response>`,
});

/** The error in the form that the service's own SDK client reads. */
export function refused(service: string, error: ServiceError): Answer {
  const { type, message, status, details } = error;
  const short = type.split('#').at(-1) ?? type;
  if (service === 'sns') return refusedInXml(short, message, status);
  const headers: Record<string, string> = {
    'content-type': 'application/x-amz-json-1.0',
    [REQUEST_ID]: randomUUID(),
    'x-amzn-errortype': short,
    ...(service === 'sqs' && { 'x-amzn-query-error': `${short.replace(/Exception$/, '')};Sender` }),
  };
  // DynamoDB spells `Message` in some errors and `message` in others; its clients read both.
  return {
    status,
    headers,
    body: JSON.stringify({ __type: type, Message: message, message, ...details }),
  };
}

const refusedInXml = (code: string, message: string, status: number): Answer => ({
  status,
  headers: { 'content-type': 'text/xml', [REQUEST_ID]: randomUUID() },
  body:
    '<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>' +
    `<Code>${code}</Code><Message>${escapeXml(message)}</Message></Error></ErrorResponse>`,
});

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Services that answer 400 where the others answer 403. */
const ANSWERS_400 = new Set(['dynamodb', 'kms', 'ssm']);

/** What AWS answers when no statement of the role allows the call. */
export function accessDenied(functionName: string, service: string, need: Need): ServiceError {
  return new ServiceError(
    service === 'sns' ? 'AuthorizationError' : 'com.amazon.coral.service#AccessDeniedException',
    `User: arn:aws:sts::000000000000:assumed-role/${functionName}/${functionName} is not ` +
      `authorized to perform: ${need.action} on resource: ${need.resource} because no ` +
      `identity-based policy allows the ${need.action} action`,
    ANSWERS_400.has(service) ? 400 : 403,
  );
}

interface Need {
  readonly action: string;
  readonly resource: string;
}

/** What AWS answers to an access key it does not know. */
export const unknownKey = (service: string) =>
  new ServiceError(
    'com.amazon.coral.service#UnrecognizedClientException',
    'The security token included in the request is invalid.',
    ANSWERS_400.has(service) ? 400 : 403,
  );
