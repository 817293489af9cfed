import '../design/tokens.css';
import '../design/fonts.css';
import '../design/base.css';
import '../design/components.css';
import '../design/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queries } from '../api/queries.ts';
import { session } from '../session/session.ts';
import { startWords } from '../words/index.ts';
import { useLanguage } from '../words/use-language.ts';
import { consoleRouter } from './routes.tsx';

const LOCALES = { ka: 'ka-GE', en: 'en-GB' };

function Console({ router }: { readonly router: ReturnType<typeof consoleRouter> }) {
  return (
    <I18nProvider locale={LOCALES[useLanguage()]}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}

const root = document.getElementById('console');
if (!root) throw new Error('the page has no place for the console');
await Promise.all([startWords(), session.start()]);
const router = consoleRouter();
createRoot(root).render(
  <StrictMode>
    <Console router={router} />
  </StrictMode>,
);
