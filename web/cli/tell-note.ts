// Notes of the package on standard error, since what is printed may be read by programs.
import type { Note } from 'dropout-playground';

export function tellNote({ message }: Pick<Note, 'message'>): void {
  console.error(`dropout-playground: note: ${message}`);
}
