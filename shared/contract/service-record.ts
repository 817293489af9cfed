import * as z from 'zod';
import { AgencyId, TaskId } from '../domain/ids.ts';
import { Fact } from '../domain/service/fact.ts';
import { Instant } from '../domain/time.ts';
import { Links } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A fact with what differs by reader: its label, and what the own agency's system was and said. */
const ServiceLine = Fact.extend({
  label: z.string(),
  /** For the task's agency only. */
  host: z.string().optional(),
  excerpt: z.string().optional(),
  hash: z.string(),
});

export const ServiceRecord = z.object({
  task: TaskId,
  agency: AgencyId,
  createdAt: Instant,
  deadline: Instant.optional(),
  items: z.array(ServiceLine),
  /** That of the last line. */
  hash: z.string(),
  links: Links,
});

export const serviceRecord = endpoint({
  method: 'GET',
  path: '/v1/tasks/{taskId}/service-record',
  operation: 'serviceRecord',
  function: 'tasks',
  action: 'service.read',
  summary: {
    ka: 'ამოცანის ჩაბარების მტკიცებულება: რა, როდის და სად გაიგზავნა, რა უპასუხეს, ვინ წაიკითხა',
    en: 'Proof of service of a task: what was sent when, what was answered, who fetched it',
  },
  params: { taskId: TaskId },
  answers: { 200: ServiceRecord },
  refuses: ['not-found'],
});
