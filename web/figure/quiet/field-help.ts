// What stands below the fields for the seed and the layer, for who meets these words for the first time.
import { msg } from '@lit/localize';
import { LAYERS } from '../../core/index.ts';
import { LAYER_RECORDS } from '../../core/records.ts';
import type { Settings } from '../../experiment/settings.ts';

export function helpOf({ layer }: Settings): Partial<Record<keyof Settings, string>> {
  const known = LAYERS.find((one) => one === layer);
  return {
    seed: msg('The same seed draws the same numbers again.', { id: 'seed-help' }),
    ...(known && { layer: helpOfLayer(LAYER_RECORDS[known]) }),
  };
}

interface Kind {
  isAlpha: boolean;
  hasChannels: boolean;
}

function helpOfLayer({ isAlpha, hasChannels }: Kind): string {
  if (isAlpha) {
    return hasChannels
      ? msg('As AlphaDropout, but drops whole channels.', { id: 'alpha-channels-help' })
      : msg('For SELU: what is dropped becomes negative, mean and variance stay.', {
          id: 'alpha-help',
        });
  }
  return hasChannels
    ? msg('Drops whole channels.', { id: 'channels-help' })
    : msg('Drops each number by itself.', { id: 'elements-help' });
}
