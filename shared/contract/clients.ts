import * as z from 'zod';
import { Role } from '../domain/access/principal.ts';
import { Instant } from '../domain/time.ts';
import { endpoint } from './endpoint.ts';

const ClientId = z.string().regex(/^[\x21-\x7e]{1,128}$/);
const params = { clientId: ClientId };

const SecretView = z.object({ id: z.string(), createdAt: Instant });

export const ClientView = z.object({
  id: z.string(),
  roles: z.array(Role),
  /** One, or two while a new one takes the place of the old. */
  secrets: z.array(SecretView),
  /** SHA-256 of the certificates of which it must show one; none: the secret is enough. */
  certificates: z.array(z.string()),
});

export const listClients = endpoint({
  method: 'GET',
  path: '/v1/agency/clients',
  operation: 'listClients',
  function: 'people',
  action: 'people.read',
  summary: {
    ka: 'უწყების სისტემები, მათი საიდუმლოები და სერტიფიკატები',
    en: 'The systems of the agency, with their secrets and certificates',
  },
  answers: { 200: z.object({ items: z.array(ClientView) }) },
  refuses: ['not-found'],
});

export const rotateClient = endpoint({
  method: 'POST',
  path: '/v1/agency/clients/{clientId}/rotate',
  operation: 'rotateClient',
  function: 'people',
  action: 'client.rotate',
  summary: {
    ka: 'სისტემის ახალი საიდუმლო; ძველი მანამდე მოქმედებს, სანამ არ გააუქმებთ',
    en: 'A new secret for a system; the old one stays good until you end it',
  },
  params,
  body: z.strictObject({}),
  idempotent: true,
  answers: { 201: ClientView.extend({ secret: z.string().optional() }) },
  refuses: ['not-found', 'account-unknown', 'two-secrets-already', 'sign-in-again'],
});

export const endClientSecret = endpoint({
  method: 'DELETE',
  path: '/v1/agency/clients/{clientId}/secrets/{secretId}',
  operation: 'endClientSecret',
  function: 'people',
  action: 'client.rotate',
  summary: {
    ka: 'სისტემის ძველი საიდუმლოს გაუქმება, მაშინვე',
    en: 'End the old secret of a system, at once',
  },
  params: { ...params, secretId: ClientId },
  answers: { 200: ClientView },
  refuses: ['not-found', 'account-unknown', 'last-secret', 'sign-in-again'],
});

export const setClientCertificates = endpoint({
  method: 'PUT',
  path: '/v1/agency/clients/{clientId}/certificates',
  operation: 'setClientCertificates',
  function: 'people',
  action: 'client.rotate',
  summary: {
    ka: 'სერტიფიკატები, რომელთაგან ერთს სისტემა უნდა წარადგენდეს; ცარიელი სია მოთხოვნას ხსნის',
    en: 'The certificates of which the system must show one; an empty list lifts the demand',
  },
  params,
  body: z.strictObject({
    /** PEM, as the system shows it in the TLS handshake. */
    certificates: z.array(z.string().min(100).max(8000)).max(3),
  }),
  answers: { 200: ClientView },
  refuses: ['not-found', 'account-unknown', 'certificate-invalid', 'sign-in-again'],
});
