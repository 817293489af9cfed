import type { DeliveryStatus } from '../../shared/domain/webhook/delivery.ts';
import type { Tone } from '../design/components/notice.tsx';

/** How much somebody has to look after a webhook that stands so. */
export const TONES: Readonly<Record<DeliveryStatus, Tone>> = {
  waiting: 'warn',
  delivered: 'good',
  'given-up': 'danger',
  parked: 'warn',
  withheld: 'plain',
};
export const STATUSES = Object.keys(TONES) as DeliveryStatus[];
