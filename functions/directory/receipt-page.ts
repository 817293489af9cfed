import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { receiptPage as contract } from '../../shared/contract/directory.ts';
import { receiptNumber, referralIdOf } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { OpenUseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import { constant, html } from './reference/html.ts';

const STYLE =
  "body{max-width:34rem;margin:3rem auto;padding:0 1rem;font:1.1rem/1.6 FiraGO,'Noto Sans Georgian',sans-serif}h1{font-size:1.5rem}b{white-space:nowrap}";

const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = (receipt: string, ring: string): string =>
  String(html`<!doctype html>
<html lang="ka"><head><meta charset="utf-8"><meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${receipt}</title><style>${constant(STYLE)}</style></head><body>
<h1>${receipt}</h1>
<p>ადამიანის პასუხს ელოდება. გახსენით თქვენი უწყების სისტემა, ამ ნომრით მოძებნეთ ამოცანა და მიიღეთ. თუ ვერ ხსნით, დარეკეთ ნომერზე <b>${ring}</b> და თქვით ეს ნომერი.</p>
<p lang="en">This waits for the answer of a person. Open the system of your agency, find the task by this number and receive it. If you cannot, call <b>${ring}</b> and say this number.</p>
</body></html>`);

/**
 * Where the link of a text message leads. It looks nothing up: the page is the same for every number
 * that is well formed, so nobody learns from it whether there is such a referral.
 */
export const receiptPage =
  ({ policy, now }: Pick<Store, 'policy' | 'now'>): OpenUseCase<typeof contract> =>
  async ({ path }) => {
    const id = referralIdOf(path.receipt);
    if (!id) throw new Refusal('not-found');
    const { calls } = policy.at(Temporal.Instant.from(now()));
    return {
      status: 200,
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': contentSecurityPolicy },
      body: page(receiptNumber(id), calls.callBack.number),
    };
  };
