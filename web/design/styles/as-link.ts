// The declarations for a button in running text that looks like a link.
import { css } from 'lit';
import { rem } from '../rem.ts';

export const asLink = css`
  min-height: ${rem(1.5)};
  padding: 0;
  border: 0;
  font-weight: 400;
  text-decoration: underline;
  text-decoration-thickness: 1px;
  text-underline-offset: 0.18em;
`;
