// The end of the page: what it does with data, and where what it says comes from.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';

const PYTORCH = 'https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html';
const PAPER = 'https://jmlr.org/papers/v15/srivastava14a.html';

export function footer(): TemplateResult {
  // The build may not know where the source is public.
  const source = document.querySelector<HTMLLinkElement>('link[rel="code-repository"]')?.href;
  const licence = document.querySelector<HTMLLinkElement>('link[rel="license"]')?.href;
  return html`<footer>
    <p>
      ${msg('Everything is computed in your browser; nothing is sent anywhere.', { id: 'privacy' })}
    </p>
    <ul>
      <li><a href=${PYTORCH}>${msg('nn.Dropout in PyTorch’s reference', { id: 'link-pytorch' })}</a></li>
      <li><a href=${PAPER}>${msg('The paper of 2014', { id: 'link-paper' })}</a></li>
      ${source ? html`<li><a href=${source}>${msg('Source', { id: 'link-source' })}</a></li>` : nothing}
      ${licence ? html`<li><a href=${licence}>${msg('MIT licence', { id: 'link-licence' })}</a></li>` : nothing}
    </ul>
  </footer>`;
}
