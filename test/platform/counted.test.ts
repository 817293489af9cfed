import { expect, it } from 'vitest';
import { counted } from '../../shared/platform/counted.ts';

it('a count is one line that CloudWatch reads as a metric of the function', () => {
  const lines: string[] = [];
  counted('deliver-webhook', (line) => lines.push(line))('WebhooksParked', 3);
  const [line = ''] = lines;
  expect(lines).toHaveLength(1);
  expect(line.endsWith('\n')).toBe(true);
  expect(JSON.parse(line)).toEqual({
    _aws: {
      Timestamp: expect.any(Number),
      CloudWatchMetrics: [
        {
          Namespace: 'Ertad',
          Dimensions: [['service']],
          Metrics: [{ Name: 'WebhooksParked', Unit: 'Count' }],
        },
      ],
    },
    service: 'deliver-webhook',
    WebhooksParked: 3,
  });
});
