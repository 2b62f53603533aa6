// The script that other people's pages load, of version 1: figures that are small until readers want more.
import { VERSION_1 } from '../options.ts';
import { register } from '../register.ts';

register(VERSION_1);

export type { DropoutRunEvent, ProgramOutput } from '../../program/program-output.ts';
export { type DropoutChangeEvent, DropoutPlaygroundEmbed, type Settings } from '../embed.ts';
