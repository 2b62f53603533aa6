// What the lab says, in each language: apart from all other texts, since it comes later.
import { addTexts } from '../../i18n/localization.ts';

addTexts({
  de: () => import('../../i18n/lab/lab-de.ts'),
  fr: () => import('../../i18n/lab/lab-fr.ts'),
  hi: () => import('../../i18n/lab/lab-hi.ts'),
});
