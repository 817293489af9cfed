import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { logger } from '../../shared/platform/observability.ts';
import { Env } from './env.ts';
import { filesBeside } from './files.ts';
import { serve } from './serve.ts';

export const handler = middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
  .use(injectLambdaContext(logger))
  .handler(serve(filesBeside(import.meta.url), Env.parse(process.env)));
