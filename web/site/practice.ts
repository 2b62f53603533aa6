// What people know of practice, in sentences, each beside the part of the page that shows it.
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { DEFAULT_SETTINGS, type Settings } from '../experiment/settings.ts';

/** Beside where it is used. */
export function notUsed(): TemplateResult {
  return html`<article>
    <h3>${msg('Where it is not used', { id: 'not-used-title' })}</h3>
    <p>
      ${msg(
        'Not just before batch normalization, whose variance would differ between training and evaluation, not on the outputs, and not in a model that does not overfit.',
        { id: 'not-used' },
      )}
      <a href="https://arxiv.org/abs/1801.05134" target="_blank" rel="noopener">Li et al. 2019</a>
    </p>
  </article>`;
}

/**
 * Beside the losses over p.
 * @param show Shows an experiment in the figure.
 */
export function choosing(show: (settings: Settings) => void): TemplateResult {
  return html`<article>
    <h3>${msg('How p is chosen', { id: 'choosing-title' })}</h3>
    <p>
      ${msg(
        'By trying: the p with the best validation loss. People begin with 0.1 in transformers, 0.5 in hidden layers of older networks, 0.2 on inputs.',
        { id: 'choosing-how' },
      )}
    </p>
    <p>
      ${msg(
        'Too little, and the network overfits as before. Too much, and it cannot learn: with p = 0.9 a tenth survives, ten times as large, and the noise has nine times the energy of the signal.',
        { id: 'choosing-much' },
      )}
    </p>
    <p class="shows">
      ${renderShow('p = 0.2', () => show({ ...DEFAULT_SETTINGS, p: '0.2' }))}
      ${renderShow('p = 0.7', () => show({ ...DEFAULT_SETTINGS, p: '0.7' }))}
      ${renderShow('p = 0.95', () => show({ ...DEFAULT_SETTINGS, p: '0.95' }))}
    </p>
  </article>`;
}

/** Beside what goes wrong. */
export function conventions(): TemplateResult {
  const dropped = msg('dropped', { id: 'fate-dropped' });
  const kept = msg('kept', { id: 'fate-kept' });
  const inTraining = msg('training: 1 / (1 − p)', { id: 'scales-in-training' });
  const rows = [
    ['PyTorch', 'p', dropped, inTraining],
    ['Keras, Flax', 'rate', dropped, inTraining],
    ['TensorFlow 1', 'keep_prob', kept, msg('training: 1 / keep_prob', { id: 'scales-by-keep' })],
    [
      msg('the paper of 2014', { id: 'paper-2014' }),
      'p',
      kept,
      msg('evaluation: p', { id: 'scales-in-evaluation' }),
    ],
  ];
  return html`<article>
    <h3>${msg('The opposite convention', { id: 'conventions-title' })}</h3>
    <p>${msg('The same letter means two things. It depends on who writes it:', { id: 'conventions-lede' })}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${msg('who', { id: 'convention-who' })}</th>
          <th scope="col">${msg('stands for', { id: 'convention-meaning' })}</th>
          <th scope="col">${msg('scaled in', { id: 'convention-scaled' })}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([who, name, meaning, scaled]) =>
            html`<tr><th scope="row">${who} <code>${name}</code></th><td>${meaning}</td><td>${scaled}</td></tr>`,
        )}
      </tbody>
    </table>
  </article>`;
}

function renderShow(text: string, onClick: () => void) {
  return html`<button type="button" @click=${onClick}>${text}</button>`;
}
