/**
 * What the page does beyond showing: finds operations, copies examples, keeps the place when the
 * language changes, and opens what is folded before it is printed. Everything is readable without.
 */
export const script = `
'use strict';
for (const link of document.querySelectorAll('.switch a'))
  link.addEventListener('click', () => { link.hash = location.hash; });
const find = document.querySelector('nav input');
find.hidden = false;
find.addEventListener('input', () => {
  const wanted = find.value.trim().toLowerCase();
  for (const item of document.querySelectorAll('nav li'))
    item.hidden = !item.textContent.toLowerCase().includes(wanted) && !item.dataset.find.includes(wanted);
});
for (const pre of document.querySelectorAll('pre')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = document.body.dataset.copy;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(pre.querySelector('code').textContent);
    button.textContent = document.body.dataset.copied;
  });
  pre.prepend(button);
}
addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
});
`;
