import { randomUUID } from 'node:crypto';
import * as contract from '../../shared/contract/feed.ts';
import { doorOf } from '../../shared/platform/door.ts';
import { http, on } from '../../shared/platform/http.ts';
import { hubTable, now } from '../../shared/platform/hub-table.ts';
import { accessLog } from '../../shared/store/access-log.ts';
import { feeds } from '../../shared/store/feed.ts';
import { Env } from './env.ts';
import { readFeed } from './read-feed.ts';

const env = Env.parse(process.env);
const table = hubTable(env.TABLE_NAME);
const deps = { feeds: feeds(table, randomUUID), access: accessLog(table, randomUUID), now };

export const handler = http(doorOf(env, table), [on(contract.readFeed, readFeed(deps))]);
