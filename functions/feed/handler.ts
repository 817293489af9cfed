import { randomUUID } from 'node:crypto';
import * as contract from '../../shared/contract/feed.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { feeds } from '../../shared/store/feed.ts';
import { Env } from './env.ts';
import { readFeed } from './read-feed.ts';

const { door, table } = apiOf(Env.parse(process.env));

export const handler = http(door, [
  on(contract.readFeed, readFeed({ feeds: feeds(table, randomUUID) })),
]);
