// What dropout is for in practice, how p is chosen, and common mistakes, each with an experiment that shows it.
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { DEFAULT_SETTINGS, type Settings } from '../experiment/settings.ts';
import { type Thread, thread } from '../experiment/thread.ts';
import { OPENING } from './opening.ts';

type Show = (settings: Settings) => void;

interface Mistake {
  title: string;
  why: string;
  wrong: string;
  right: string;
  thread: Thread | null;
  settings: Settings;
}

const ATTENTION = `[[1, 0, 0, 0],
 [0.55, 0.45, 0, 0],
 [0.38, 0.31, 0.31, 0],
 [0.28, 0.25, 0.24, 0.23]]`;

const SOURCES = {
  srivastava: ['Srivastava et al. 2014', 'https://jmlr.org/papers/v15/srivastava14a.html'],
  zaremba: ['Zaremba et al. 2014', 'https://arxiv.org/abs/1409.2329'],
  gal: ['Gal, Ghahramani 2016', 'https://arxiv.org/abs/1512.05287'],
  vaswani: ['Vaswani et al. 2017', 'https://arxiv.org/abs/1706.03762'],
  li: ['Li et al. 2019', 'https://arxiv.org/abs/1801.05134'],
} as const;

function cite(source: keyof typeof SOURCES): TemplateResult {
  const [name, url] = SOURCES[source];
  return html`<a href=${url} target="_blank" rel="noopener">${name}</a>`;
}

/** @param show Shows an experiment in the playground. */
export function practice(show: Show): TemplateResult {
  return html`
    <div class="practice">
      ${uses()} ${choosing(show)} ${conventions()}
    </div>
    <h3>${msg('What goes wrong', { id: 'mistakes-title' })}</h3>
    <ul class="mistakes">
      ${mistakes().map((mistake) => renderMistake(mistake, show))}
    </ul>
  `;
}

function uses() {
  return html`<article>
    <h3>${msg('Where it is used', { id: 'uses-title' })}</h3>
    <p>
      ${msg(
        'Between the fully connected layers of a network, where it was invented: no unit can rely on another one being there.',
        { id: 'uses-mlp' },
      )}
      ${cite('srivastava')}
    </p>
    <p>
      ${msg(
        'In recurrent networks between the layers, not from one step to the next, unless all steps share one mask.',
        { id: 'uses-rnn' },
      )}
      ${cite('zaremba')}, ${cite('gal')}
    </p>
    <p>
      ${msg(
        'In transformers after the embeddings, on the attention weights, and on what each block adds.',
        { id: 'uses-transformer' },
      )}
      ${cite('vaswani')}
    </p>
    <p>
      ${msg(
        'Not just before batch normalization, whose variance would differ between training and evaluation, not on the outputs, and not in a model that does not overfit.',
        { id: 'uses-not' },
      )}
      ${cite('li')}
    </p>
  </article>`;
}

function choosing(show: Show) {
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
      ${renderShow('p = 0.2', { ...OPENING, p: '0.2' }, show)}
      ${renderShow('p = 0.7', { ...OPENING, p: '0.7' }, show)}
      ${renderShow('p = 0.95', { ...OPENING, p: '0.95' }, show)}
    </p>
  </article>`;
}

function conventions() {
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
    <p>${msg('The same letter means two things. Read whose it is:', { id: 'conventions-lede' })}</p>
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

function mistakes(): readonly Mistake[] {
  return [
    {
      title: msg('F.dropout without training=', { id: 'mistake-functional' }),
      why: msg(
        'The function knows nothing of the model it stands in, and training is True by default: it goes on dropping after model.eval().',
        { id: 'mistake-functional-why' },
      ),
      wrong: 'F.dropout(x, 0.5)',
      right: 'F.dropout(x, 0.5, training=self.training)',
      thread: thread('pytorch/pytorch', 26338),
      settings: { ...DEFAULT_SETTINGS, input: 'torch.ones(10)', seed: '0' },
    },
    {
      title: msg('No eval() before predicting', { id: 'mistake-eval' }),
      why: msg(
        'The model stays in train mode, and each prediction is another one. Step through the calls: one input, many outputs.',
        { id: 'mistake-eval-why' },
      ),
      wrong: 'y = model(x)',
      right: 'model.eval(); y = model(x)',
      thread: null,
      settings: { ...OPENING, call: '3' },
    },
    {
      title: msg('Attention that drops in evaluation', { id: 'mistake-attention' }),
      why: msg(
        'scaled_dot_product_attention is a function, too: it drops whenever dropout_p is not 0. Rows of weights no longer sum to 1.',
        { id: 'mistake-attention-why' },
      ),
      wrong: 'dropout_p=self.p',
      right: 'dropout_p=self.p if self.training else 0.0',
      thread: thread('pytorch/pytorch', 124464),
      settings: { ...DEFAULT_SETTINGS, input: ATTENTION, p: '0.2', seed: '4' },
    },
    {
      title: msg('p as the probability of keeping', { id: 'mistake-keep' }),
      why: msg(
        'Who means to keep nine of ten and writes 0.9 drops nine of ten, and the one that is left counts for ten.',
        { id: 'mistake-keep-why' },
      ),
      wrong: 'nn.Dropout(0.9)',
      right: 'nn.Dropout(0.1)',
      thread: null,
      // Of ten ones seed 4 leaves one.
      settings: { ...DEFAULT_SETTINGS, input: 'torch.ones(10)', p: '0.9', seed: '4' },
    },
    {
      title: msg('Dropout2d on a 3-D input', { id: 'mistake-2d' }),
      why: msg(
        'Meant as (C, H, W), read as (N, C, L): whole rows of an image are dropped, not its channels.',
        { id: 'mistake-2d-why' },
      ),
      wrong: 'nn.Dropout2d(0.5)(image)',
      right: 'nn.Dropout2d(0.5)(image[None])[0]',
      thread: thread('pytorch/pytorch', 69801),
      settings: {
        ...DEFAULT_SETTINGS,
        input: 'torch.ones(2, 3, 4)',
        layer: 'Dropout2d',
        seed: '0',
        engine: 'torch-cpu-mkl',
      },
    },
    {
      title: msg('inf before dropout', { id: 'mistake-inf' }),
      why: msg(
        'Dropping multiplies by 0, and inf times 0 is nan, from which no loss recovers. Mask scores with -inf, take the softmax, and only then drop.',
        { id: 'mistake-inf-why' },
      ),
      wrong: 'softmax(drop(scores))',
      right: 'drop(softmax(scores))',
      thread: thread('pytorch/pytorch', 59421),
      settings: {
        ...DEFAULT_SETTINGS,
        input: '[[0.4, -inf, 1.2], [0.9, 0.7, -inf]]',
        seed: '0',
      },
    },
  ];
}

function renderMistake({ title, why, wrong, right, thread, settings }: Mistake, show: Show) {
  return html`<li>
    <h4>${title}</h4>
    <p>${why}</p>
    <dl>
      <dt>${msg('not', { id: 'mistake-not' })}</dt>
      <dd><code>${wrong}</code></dd>
      <dt>${msg('but', { id: 'mistake-but' })}</dt>
      <dd><code>${right}</code></dd>
    </dl>
    <p class="shows">
      ${renderShow(msg('Show it', { id: 'show-it' }), settings, show, title)}
      ${thread ? html`<a href=${thread.url} target="_blank" rel="noopener">${thread.name}</a>` : ''}
    </p>
  </li>`;
}

function renderShow(text: string, settings: Settings, show: Show, what = '') {
  return html`<button type="button" aria-label=${what ? `${text}: ${what}` : text} @click=${() => show(settings)}>${text}</button>`;
}
