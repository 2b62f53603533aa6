// The declarations for a button in running text that looks like a link.
import { css } from 'lit';

export const asLink = css`
  min-height: 1.5rem;
  padding: 0;
  border: 0;
  font-weight: 400;
  text-decoration: underline;
  text-decoration-thickness: 1px;
  text-underline-offset: 0.18em;
`;
