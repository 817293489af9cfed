import { randomUUID } from 'node:crypto';
import * as contract from '../../shared/contract/feed.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { feeds } from '../../shared/store/feed.ts';
import { Env } from './env.ts';
import { readFeed } from './read-feed.ts';

const api = apiOf(Env.parse(process.env));

export const handler = http(api.door, [
  on(contract.readFeed, readFeed({ ...api, feeds: feeds(api.table, randomUUID) })),
]);
