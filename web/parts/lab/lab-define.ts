// Registers <dropout-lab>. It is a script of its own, with texts of its own, which comes when the lab is nearly in sight.
import './lab-texts.ts';
import { CopyButton } from '../../design/copy-button.ts';
import { define } from '../../design/define.ts';
import { DropoutLab } from './dropout-lab.ts';
import { LossesOverP } from './losses-over-p.ts';
import { UncertaintyBand } from './uncertainty-band.ts';

const elements = {
  'copy-button': CopyButton,
  'dropout-lab': DropoutLab,
  'losses-over-p': LossesOverP,
  'uncertainty-band': UncertaintyBand,
};

define(elements);

type Elements = { [Name in keyof typeof elements]: InstanceType<(typeof elements)[Name]> };

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
