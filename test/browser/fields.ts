import type { Page } from 'playwright-core';

/** Fields of a form as somebody finds them: by what they are called. */
export const fields = (page: Page) => ({
  write: (name: string, text: string) => page.getByLabel(name, { exact: true }).fill(text),
  pick: (name: string, code: string) =>
    page.getByLabel(name, { exact: true }).selectOption(code).then(),
  one: (name: string, option: string) =>
    page.getByRole('radiogroup', { name, exact: true }).getByText(option, { exact: true }).click(),
});
