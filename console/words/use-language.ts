import { useTranslation } from 'react-i18next';
import type { Lang } from '../../shared/domain/labels.ts';

/** The language that is shown now. */
export const useLanguage = (): Lang => (useTranslation().i18n.language === 'en' ? 'en' : 'ka');
