import { PERSON } from '../steps.ts';
import type { Body } from './bodies.ts';
import { any, code, coin, hours, type Scene } from './scene.ts';

const NOTE = 'ერთი წინადადება';

const forbidden = (scene: Scene) => ({
  code: code(scene, 'forbiddenTimes'),
  when: { from: hours(scene, 20), to: hours(scene, 24) },
});

/** What is sent to plan the visit of a child. */
export const interviewBodies: Readonly<Record<string, Body>> = {
  openInterview: (scene) => ({
    ...(coin(scene, 0.3) && { arrestedAt: hours(scene, -1) }),
    ...(coin(scene, 0.3) && { forbiddenTimes: [forbidden(scene)] }),
  }),
  addFacts: (scene) =>
    any<object>(
      scene,
      { arrestedAt: hours(scene, -0.5) },
      { chargedAt: hours(scene, -0.5) },
      { forensicOrder: { document: 'D-1' } },
      { interpreterLanguage: code(scene, 'languages') },
    ),
  planInterview: (scene) =>
    any<object>(
      scene,
      { legalForm: code(scene, 'legalForms') },
      { companion: 'refused', reason: NOTE },
      { site: 'centre-tbilisi', reason: NOTE },
    ),
  recordConsent: (scene) => ({
    result: code(scene, 'consentResults'),
    by: PERSON,
    capacity: code(scene, 'capacities'),
  }),
  recordOrder: () => ({ document: 'KUT-2026-1', court: 'court-kutaisi' }),
  addForbiddenTime: (scene) => forbidden(scene),
  removeForbiddenTime: () => undefined,
  addWish: () => ({ kind: 'preferred-time', when: { daily: { from: '10:00', to: '13:00' } } }),
};
