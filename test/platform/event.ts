import type { APIGatewayProxyEvent, Context } from 'aws-lambda';

/** A call as API Gateway hands it to a function; what is sent is JSON unless it says otherwise. */
export const anApiEvent = ({
  headers,
  ...over
}: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent => ({
  httpMethod: 'POST',
  resource: '/v1/referrals',
  path: '/v1/referrals',
  headers: { 'Content-Type': 'application/json', ...headers },
  multiValueHeaders: {},
  pathParameters: null,
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  stageVariables: null,
  body: null,
  isBase64Encoded: false,
  requestContext: { requestId: 'request-1' } as APIGatewayProxyEvent['requestContext'],
  ...over,
});

export const aContext = (): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'f',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:f',
  memoryLimitInMB: '128',
  awsRequestId: 'request-1',
  logGroupName: 'g',
  logStreamName: 's',
  getRemainingTimeInMillis: () => 1000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});
