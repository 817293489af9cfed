import { hubTable } from '../../shared/platform/hub-table.ts';
import { recordStreamOf } from '../../shared/platform/record-stream.ts';
import { calendarProjection } from '../../shared/store/calendars.ts';
import { Env } from './env.ts';
import { projectDay } from './project-day.ts';

const { TABLE_NAME } = Env.parse(process.env);

export const handler = recordStreamOf(projectDay(calendarProjection(hubTable(TABLE_NAME))));
