// A post with a figure that it follows and leads, rendered in the browser; and every attribute, typed.
import 'dropout-playground/react';
import type { Settings } from 'dropout-playground/react';
import { useState } from 'react';

export function Post() {
  const [settings, setSettings] = useState<Partial<Settings>>({
    input: 'torch.ones(6, 6)',
    p: '0.5',
    seed: '123',
  });
  return (
    <>
      <dropout-playground
        {...settings}
        controls="p printed"
        ondropout-change={(event) => setSettings(event.currentTarget.settings)}
      />
      <output>p = {settings.p}</output>
      <button type="button" onClick={() => setSettings({ ...settings, engine: 'torch-cpu-mkl' })}>
        on Linux
      </button>
      <dropout-playground
        {...{ input: '[1, 2]', p: 0.25, seed: 7, engine: 'torch-cpu', layer: 'Dropout' }}
        {...{ call: 1, gradient: '[1, 1]', controls: '', loading: 'lazy', lang: 'de' }}
        inplace
        hidden
      />
      <dropout-lab
        {...{ scenario: 'disc', p: 0.3, seed: 7, steps: 100, width: '32', noise: 0.2 }}
        ondropout-change={() => {}}
        hidden
      />
    </>
  );
}
