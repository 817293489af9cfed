import { describe, expect, it } from 'vitest';
import { explainAccess } from '../../shared/contract/access.ts';
import { listPeople } from '../../shared/contract/people.ts';
import { submitReferral } from '../../shared/contract/referrals.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { aReferral } from './a-referral.ts';
import { inOrder, keptBy, type Persona } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { walksIn } from './walks.ts';
import { words } from './words.ts';

const ADMINISTRATOR = 'person-rusudan-agency-imereti';
const [LASHA, NANA] = ['person-lasha-oversight-national', 'person-nana-oversight-national'];

const DESK = 'person-tamar-agency-imereti';

onStage();

const accountOf = async (as: string, name: string): Promise<string> => {
  const { items } = (await world.as(as)(listPeople)).body;
  return items.find((one) => one.name === name)?.account ?? '';
};

async function invite({ page }: Persona, lang: Lang, name: string, mail: string) {
  const t = words(lang);
  await page.getByRole('link', { name: t.nav.people, exact: true }).click();
  await page.getByRole('link', { name: t.people.invite }).click();
  await page.getByLabel(t.people.name).fill(name);
  await page.getByLabel(t.people.mail).fill(mail);
  await page.getByRole('button', { name: t.people.inviteDo, exact: true }).click();
}

describe.each(walksIn('ka'))('an administrator (%s, %s)', (lang, size) => {
  const t = words(lang);
  const p = t.people;
  const NAME = `ნათია ლომიძე ${size}`;
  const MAIL = `n.lomidze.${size}@example.ge`;

  it('invites a colleague, who takes it up; gives a role, records an absence, closes the account', async () => {
    const administrator = await signedIn(ADMINISTRATOR, lang, size);
    const { page } = administrator;
    await invite(administrator, lang, NAME, MAIL);
    await page.getByText(p.made.invited).waitFor();
    await inOrder(administrator);
    expect(await keptBy(administrator)).not.toMatch(/ლომიძე|lomidze/);

    const colleague = await signedIn(await accountOf(ADMINISTRATOR, NAME), lang, size);
    const { page: hers } = colleague;
    await hers.getByRole('heading', { name: t.me.invitation.title }).waitFor();
    await hers.getByLabel(t.me.invitation.number).fill('123');
    await hers.getByRole('button', { name: t.me.invitation.take }).click();
    await hers.getByText(t.me.invitation.numberWrong).waitFor();
    expect(await colleague.axe()).toEqual([]);
    await hers.getByLabel(t.me.invitation.number).fill('01001000017');
    await hers.getByRole('button', { name: t.me.invitation.take }).click();
    await hers.getByRole('heading', { name: t.tasks.title }).waitFor();
    // Before it was taken up nothing was open: the browser says so of each call.
    expect(colleague.complaints.filter((one) => !/401/.test(one))).toEqual([]);

    await page.getByRole('link', { name: p.back }).click();
    const card = page.getByRole('region', { name: NAME });
    const press = (name: string) => card.getByRole('button', { name, exact: true }).click();
    await card.getByText(p.state.there, { exact: true }).waitFor();
    await card.locator('summary').click();
    await press(p.change);
    await card.getByText(`${t.role.duty}:`).click();
    await inOrder(administrator);
    await press(p.keep);
    await card.getByText(`${t.role.worker}, ${t.role.duty}`).waitFor();

    await press(p.away.title);
    await inOrder(administrator);
    await press(p.away.do);
    await card.getByText(p.away.done).waitFor();
    await press(p.back);
    await press(p.signIns.title);
    await inOrder(administrator);
    await press(p.signIns.do);
    await card.getByRole('button', { name: p.remove.title }).waitFor();
    await press(p.remove.title);
    await inOrder(administrator);
    await press(p.remove.do);
    await card.waitFor({ state: 'detached' });
    await inOrder(administrator);
    await Promise.all([administrator.close(), colleague.close()]);
  });

  it('of the oversight body needs a second person', async () => {
    const lasha = await signedIn(LASHA, lang, size);
    await invite(lasha, lang, NAME, `o.${MAIL}`);
    await lasha.page.getByText(p.made.proposed).waitFor();
    await lasha.page.getByRole('link', { name: p.back }).click();
    await lasha.page.getByText(p.proposals.other).waitFor();
    await inOrder(lasha);
    const nana = await signedIn(NANA, lang, size);
    await nana.page.getByRole('link', { name: t.nav.people, exact: true }).click();
    await nana.page.getByRole('heading', { name: NAME }).first().waitFor();
    await inOrder(nana);
    await nana.page.getByRole('button', { name: p.proposals.confirm }).click();
    await nana.page.getByText(p.proposals.none).waitFor();
    await nana.page.getByText(p.state.invited, { exact: true }).first().waitFor();
    await inOrder(nana);
    await Promise.all([lasha.close(), nana.close()]);
  });

  it('and everybody else reads why they see a record, and what of it they do not', async () => {
    const { body } = await world.as('school-zestaponi')(submitReferral, { body: aReferral });
    await world.hub.idle();
    const desk = await signedIn(DESK, lang, size);
    const { page } = desk;
    await page.locator('a[href="/app/me"]').click();
    await page.getByText(t.roleMay.worker).waitFor();
    await inOrder(desk);
    await page.getByLabel(t.me.why.number).fill('ER-1');
    await page.getByRole('button', { name: t.me.why.ask }).click();
    await page.getByText(t.search.wrong).waitFor();
    await page.getByLabel(t.me.why.number).fill(body.receiptNumber);
    await page.getByRole('button', { name: t.me.why.ask }).click();
    const query = { record: body.id, action: 'referral.read' } as never;
    const { decision, groups } = (await world.as(DESK)(explainAccess, { query })).body;
    await page.getByText(t.me.why[decision], { exact: true }).waitFor();
    const isOpen = ({ open }: { open: boolean }) => open;
    const shown = page.getByText(t.me.why.open, { exact: true });
    expect(await shown.count()).toBe(groups.filter(isOpen).length);
    await inOrder(desk);
    await page.getByRole('link', { name: t.me.why.see }).click();
    await page.getByText(body.receiptNumber).first().waitFor();
    await desk.close();
  });
});
