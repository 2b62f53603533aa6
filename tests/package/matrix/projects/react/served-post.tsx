// The same as a server renders it. What React takes over from there it does not listen to until it
// renders it again (https://github.com/react/react/issues/35446): an effect does.
import 'dropout-playground/react';
import type { DropoutPlaygroundEmbed, Settings } from 'dropout-playground/react';
import { useEffect, useRef, useState } from 'react';

export function ServedPost() {
  const [settings, setSettings] = useState<Partial<Settings>>({
    input: 'torch.ones(6, 6)',
    p: '0.5',
    seed: '123',
  });
  const figure = useRef<DropoutPlaygroundEmbed>(null);
  useEffect(() => {
    const embed = figure.current;
    const follow = () => embed && setSettings(embed.settings);
    embed?.addEventListener('dropout-change', follow);
    return () => embed?.removeEventListener('dropout-change', follow);
  }, []);
  return (
    <>
      <dropout-playground {...settings} ref={figure} controls="p printed">
        <p>ones of 6 × 6</p>
      </dropout-playground>
      <output>p = {settings.p}</output>
      <button type="button" onClick={() => setSettings({ ...settings, engine: 'torch-cpu-mkl' })}>
        on Linux
      </button>
    </>
  );
}
