import type { Lang } from '../domain/labels.ts';

/** The first language of `Accept-Language` that the hub speaks, by quality; Georgian otherwise. */
export function languageOf(header: string | undefined): Lang {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag: tag.split('-')[0], quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  const spoken = wanted.find(({ tag }) => tag === 'ka' || tag === 'en');
  return spoken?.tag === 'en' ? 'en' : 'ka';
}
