// Registers <seed-search>.
import { define } from '../../design/define.ts';
import { SeedSearch } from './seed-search.ts';

define({ 'seed-search': SeedSearch });

declare global {
  interface HTMLElementTagNameMap {
    'seed-search': SeedSearch;
  }
}
