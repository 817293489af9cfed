import type { CallContext } from '../call-channels.ts';

/** What a deployment is given to reach people; here nothing leaves the machine (`/phonebox`). */
export const CALLS_HERE = {
  smsSender: 'Ertad',
  voiceInstance: 'local-voice',
  voiceFlow: 'local-flow',
  voiceNumber: '+995320000000',
  mailFrom: 'hub@ertad.example',
  dutyDeskPhone: '+995320000001',
} as const satisfies CallContext;
