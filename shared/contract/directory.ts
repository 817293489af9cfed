import * as z from 'zod';
import { Role } from '../domain/access/principal.ts';
import { AgencyKind } from '../domain/directory/agency.ts';
import { AgencyId } from '../domain/ids.ts';
import { Lang } from '../domain/labels.ts';
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

export const asyncApi = endpoint({
  method: 'GET',
  path: '/asyncapi.json',
  operation: 'asyncApi',
  function: 'directory',
  public: true,
  summary: {
    ka: 'რას აგზავნის ჰაბი: მოვლენების კატალოგი (AsyncAPI 3.0)',
    en: 'What the hub sends: the catalogue of events (AsyncAPI 3.0)',
  },
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
  query: { lang: Lang.optional() },
  answers: { 200: z.string() },
  produces: 'text/html',
  refuses: ['query-invalid'],
});

export const receiptPage = endpoint({
  method: 'GET',
  path: '/r/{receipt}',
  operation: 'receiptPage',
  function: 'directory',
  public: true,
  summary: {
    ka: 'ბმული შეტყობინებიდან: სად გაგრძელდეს საქმე; ნომრის გარდა არაფერს ამბობს',
    en: 'Where the link of a message leads: how to go on; it says nothing but the number',
  },
  params: { receipt: z.string().min(8).max(20) },
  answers: { 200: z.string() },
  produces: 'text/html',
  refuses: ['not-found'],
});

export const AgencyView = z.object({
  id: AgencyId,
  kind: AgencyKind,
  name: Words,
  /** Municipalities, regions (`GE-IM`), or the whole country (`GE`). */
  areas: z.array(z.string()),
  /** Answers at any hour. */
  duty: z.boolean(),
});

export const listAgencies = endpoint({
  method: 'GET',
  path: '/v1/agencies',
  operation: 'listAgencies',
  function: 'directory',
  action: 'directory.read',
  summary: { ka: 'უწყებები', en: 'Agencies' },
  query: { kind: AgencyKind.optional(), municipality: z.string().min(1).max(80).optional() },
  answers: { 200: z.object({ items: z.array(AgencyView) }) },
  refuses: ['query-invalid', 'unknown-municipality'],
});

export const MunicipalityView = z.object({
  id: Code,
  name: Words,
  region: z.object({ id: z.string(), name: Words }),
  /** Not under the control of the Georgian government: no agency can act there. */
  occupied: z.boolean(),
});

export const listMunicipalities = endpoint({
  method: 'GET',
  path: '/v1/municipalities',
  operation: 'listMunicipalities',
  function: 'directory',
  action: 'directory.read',
  summary: { ka: 'მუნიციპალიტეტები', en: 'Municipalities' },
  answers: { 200: z.object({ items: z.array(MunicipalityView) }) },
  refuses: [],
});

/** Who one is here: for a console that has just been signed in to. */
export const OwnMembership = z.object({
  account: z.string(),
  agency: AgencyId,
  kind: AgencyKind,
  name: Words,
  roles: z.array(Role),
  areas: z.array(z.string()),
  /** Answers at any hour. */
  duty: z.boolean(),
});

export const getMembership = endpoint({
  method: 'GET',
  path: '/v1/membership',
  operation: 'getMembership',
  function: 'directory',
  action: 'directory.read',
  summary: {
    ka: 'ვინ ვარ აქ: უწყება, როლები და ტერიტორია',
    en: 'Who I am here: agency, roles and area',
  },
  answers: { 200: OwnMembership },
  refuses: ['not-found'],
});

export const CodeWords = z.object({ code: Code, ka: z.string(), en: z.string() });

export const getCodeLists = endpoint({
  method: 'GET',
  path: '/v1/code-lists',
  operation: 'getCodeLists',
  function: 'directory',
  action: 'directory.read',
  summary: { ka: 'კოდების სიები ორ ენაზე', en: 'The code lists, in both languages' },
  answers: { 200: z.record(z.string(), z.array(CodeWords)) },
  refuses: [],
});

/**
 * A form as it is filled in. What an answer weighs and where a level begins are not in it: whoever
 * fills it in answers what they saw, not what leads somewhere.
 */
export const InstrumentView = z.object({
  id: Code,
  version: z.string(),
  title: Words,
  domains: z.record(z.string(), Words),
  indicators: z.array(
    z.object({
      code: Code,
      domain: z.string(),
      question: Words,
      /** A `yes` means danger now. */
      danger: z.boolean(),
    }),
  ),
});

export const getInstruments = endpoint({
  method: 'GET',
  path: '/v1/instruments',
  operation: 'getInstruments',
  function: 'directory',
  action: 'directory.read',
  summary: { ka: 'ადრეული იდენტიფიცირების ფორმები', en: 'The early-identification forms in force' },
  answers: { 200: z.object({ items: z.array(InstrumentView) }) },
  refuses: [],
});

/** Something of the pack whose standing in law somebody still has to check. */
export const OwedCheck = z.object({
  /** Which part of the pack. */
  file: z.string(),
  item: z.string(),
  /** What to look up, in the language asked for. */
  check: z.string(),
  source: z.string().optional(),
});

export const listOwedChecks = endpoint({
  method: 'GET',
  path: '/v1/policy/owed',
  operation: 'listOwedChecks',
  function: 'directory',
  action: 'directory.read',
  summary: {
    ka: 'წესების პაკეტის ჩანაწერები, რომლებსაც იურიდიული შემოწმება სჭირდება',
    en: 'Items of the policy pack whose legal check is owed',
  },
  answers: {
    200: z.object({
      edition: z.string(),
      since: z.iso.date(),
      items: z.array(OwedCheck),
    }),
  },
  refuses: [],
});
