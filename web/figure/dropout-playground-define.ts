// Registers <dropout-playground> and the parts it is made of.
import { load } from '../core/index.ts';
import { define } from '../design/define.ts';
import { setCoreSource } from '../experiment/core-source.ts';
import { DropoutPlayground } from './dropout-playground.ts';
import { playgroundElements } from './playground-elements.ts';

setCoreSource(load);
define({ ...playgroundElements, 'dropout-playground': DropoutPlayground });
