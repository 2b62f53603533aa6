// Registers <take-away>, with the picture in it.
import { define } from '../../design/define.ts';
import { ExperimentPicture } from './experiment-picture.ts';
import { TakeAway } from './take-away.ts';

define({ 'experiment-picture': ExperimentPicture, 'take-away': TakeAway });

declare global {
  interface HTMLElementTagNameMap {
    'experiment-picture': ExperimentPicture;
    'take-away': TakeAway;
  }
}
