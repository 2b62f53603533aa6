// What is found out about a post.
import type { ProgramEngine } from '../python/program-engines.ts';

export type { ProgramEngine };

export interface CheckOptions {
  /** Of the file. `.py` says that all of it is a program; else the text itself tells what it is. */
  name?: string;
  /** The machine that has to print what is claimed. Without it, any of those that are tried will do. */
  engine?: ProgramEngine;
}

export interface CheckedPost {
  /** Whether every claim holds: none is `untrue` or `impossible` and, with an engine, none is `elsewhere`. */
  isTrue: boolean;
  /** How many pieces of Python it has. */
  blocks: number;
  /** In the order of the file. */
  claims: CheckedClaim[];
  /** Pieces that ended with an error which nobody announces. Claims behind it are `unknown`. */
  errors: { line: number; error: string }[];
  /** How many seeds were tried, if a program sets none. */
  seeds: number;
}

export interface CheckedClaim {
  /** The first line of the file on which it is written, from 1. */
  line: number;
  /** The last one. */
  endLine: number;
  /** The line of the file with the code of which it is said. */
  codeLine: number;
  /** What is claimed to be printed, without `#` and label. */
  claim: string;
  /**
   * - `true`: the engine prints it; without an engine, `torch-cpu` does
   * - `elsewhere`: another one does
   * - `untrue`: none of those that were tried
   * - `possible`: the program sets no seed, and one of those that were tried prints it, or each part of it
   * - `impossible`: the program sets no seed, and no seed that was tried prints one of its parts
   * - `unknown`: the program did not come so far, or its lines print nothing
   */
  verdict: 'true' | 'elsewhere' | 'untrue' | 'possible' | 'impossible' | 'unknown';
  /** The engines that print it. */
  by: ProgramEngine[];
  /** What the others print instead. */
  prints: { engine: ProgramEngine; text: string }[];
  /** Of an untrue one: other seeds that print it, in place of those that the program sets, of some usual ones. */
  otherSeeds: { engine: ProgramEngine; seed: number }[];
}
