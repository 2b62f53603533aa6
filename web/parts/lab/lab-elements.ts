// The elements of a lab, by their names.
import { CopyButton } from '../../design/copy-button.ts';
import { LossesOverP } from './losses-over-p.ts';
import { UncertaintyBand } from './uncertainty-band.ts';

export const labElements = {
  'copy-button': CopyButton,
  'losses-over-p': LossesOverP,
  'uncertainty-band': UncertaintyBand,
};
