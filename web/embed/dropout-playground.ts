// The script that posts from before there were versions load: figures that show what they always showed.
import { UNVERSIONED } from './options.ts';
import { register } from './register.ts';

register(UNVERSIONED);

export type { DropoutRunEvent, ProgramOutput } from '../program/program-output.ts';
export { type DropoutChangeEvent, DropoutPlaygroundEmbed, type Settings } from './embed.ts';
