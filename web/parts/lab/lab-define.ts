// Registers <dropout-lab>. It is a script of its own, with texts of its own, which comes when the lab is nearly in sight.
import './lab-texts.ts';
import { define } from '../../design/define.ts';
import { DropoutLab } from './dropout-lab.ts';
import { labElements } from './lab-elements.ts';

const elements = { ...labElements, 'dropout-lab': DropoutLab };

define(elements);

type Elements = { [Name in keyof typeof elements]: InstanceType<(typeof elements)[Name]> };

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
