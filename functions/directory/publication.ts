import type { OpenApiDocument } from '../../shared/contract/openapi/document.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { referencePage } from './reference/page.ts';

/** The contract as it is given out; each form is made for the first who asks, and kept. */
export interface Publication {
  /** The document's text. */
  json(): string;
  page(lang: Lang): string;
}

export function publication(make: () => OpenApiDocument): Publication {
  let document: OpenApiDocument | undefined;
  let text: string | undefined;
  const pages = new Map<Lang, string>();
  const made = () => {
    document ??= make();
    return document;
  };
  return {
    json() {
      text ??= JSON.stringify(made());
      return text;
    },
    page(lang) {
      const page = pages.get(lang) ?? referencePage(made(), lang);
      pages.set(lang, page);
      return page;
    },
  };
}
