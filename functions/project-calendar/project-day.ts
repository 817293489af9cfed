import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { DaySheet } from '../../shared/domain/booking/day-sheet.ts';
import type { CalendarProjection } from '../../shared/store/calendars.ts';

type Image = Record<string, AttributeValue>;

/** One change of one day sheet → that day in the calendar that searches read. */
export const projectDay =
  ({ project, removed }: Pick<CalendarProjection, 'project' | 'removed'>) =>
  async ({ dynamodb }: DynamoDBRecord): Promise<void> => {
    if (dynamodb?.NewImage) {
      await project(DaySheet.parse(unmarshall(dynamodb.NewImage as Image)));
      return;
    }
    const { pk, sk } = unmarshall((dynamodb?.Keys ?? {}) as Image);
    await removed(String(pk).slice('RESOURCE#'.length), String(sk).slice('DAY#'.length));
  };
