import * as z from 'zod';
import { AgencyId } from '../domain/ids.ts';
import { Code } from '../domain/text.ts';
import { Words } from './common.ts';
import { endpoint } from './endpoint.ts';

export const health = endpoint({
  method: 'GET',
  path: '/health',
  operation: 'health',
  function: 'directory',
  public: true,
  summary: { ka: 'მუშაობს თუ არა ერთად', en: 'Whether the hub is up' },
  answers: { 200: z.object({ status: z.literal('ok'), policy: z.string() }) },
  refuses: [],
});

export const openApi = endpoint({
  method: 'GET',
  path: '/openapi.json',
  operation: 'openApi',
  function: 'directory',
  public: true,
  summary: { ka: 'კონტრაქტი (OpenAPI 3.1)', en: 'The contract (OpenAPI 3.1)' },
  answers: { 200: z.unknown() },
  refuses: [],
});

export const docs = endpoint({
  method: 'GET',
  path: '/docs',
  operation: 'docs',
  function: 'directory',
  public: true,
  summary: { ka: 'კონტრაქტის ცნობარი', en: 'Reference page of the contract' },
  answers: { 200: z.string() },
  refuses: [],
});

const Agency = z.object({ id: AgencyId, kind: Code, name: Words, areas: z.array(z.string()) });

export const listAgencies = endpoint({
  method: 'GET',
  path: '/v1/agencies',
  operation: 'listAgencies',
  function: 'directory',
  action: 'directory.read',
  summary: { ka: 'უწყებები', en: 'Agencies' },
  query: { kind: Code.optional(), municipality: z.string().max(80).optional() },
  answers: { 200: z.object({ items: z.array(Agency) }) },
  refuses: ['query-invalid', 'unknown-municipality'],
});

export const listMunicipalities = endpoint({
  method: 'GET',
  path: '/v1/municipalities',
  operation: 'listMunicipalities',
  function: 'directory',
  action: 'directory.read',
  summary: { ka: 'მუნიციპალიტეტები', en: 'Municipalities' },
  answers: {
    200: z.object({ items: z.array(z.object({ id: Code, name: Words, region: z.string() })) }),
  },
  refuses: [],
});

export const getCodeLists = endpoint({
  method: 'GET',
  path: '/v1/code-lists',
  operation: 'getCodeLists',
  function: 'directory',
  action: 'directory.read',
  summary: { ka: 'კოდების სიები ორ ენაზე', en: 'The code lists, in both languages' },
  answers: {
    200: z.record(z.string(), z.array(z.object({ code: Code, ka: z.string(), en: z.string() }))),
  },
  refuses: [],
});

export const getInstruments = endpoint({
  method: 'GET',
  path: '/v1/instruments',
  operation: 'getInstruments',
  function: 'directory',
  action: 'directory.read',
  summary: { ka: 'ადრეული იდენტიფიცირების ფორმები', en: 'The early-identification forms in force' },
  answers: { 200: z.object({ items: z.array(z.unknown()) }) },
  refuses: [],
});
