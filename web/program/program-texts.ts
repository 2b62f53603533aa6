// What programs say, in each language: apart from all other texts, since most readers never run one.
import { addTexts } from '../i18n/localization.ts';

addTexts({
  de: () => import('../i18n/programs/program-de.ts'),
  fr: () => import('../i18n/programs/program-fr.ts'),
  hi: () => import('../i18n/programs/program-hi.ts'),
});
