// Registers <dropout-playground>, as the page has it, and the parts it is made of.
import { load } from '../core/index.ts';
import { define } from '../design/define.ts';
import { setCoreSource } from '../experiment/core-source.ts';
import './more-define.ts';
import { playgroundElements } from './playground-elements.ts';
import { QuietPlayground } from './quiet/quiet-playground.ts';

setCoreSource({ load, more: () => null });
define({ ...playgroundElements, 'dropout-playground': QuietPlayground });
