// Finds the Python for the tests' NumPy programs: the first on the PATH that has NumPy, or the system's, for which
// Debian installs NumPy.
import { spawnSync } from 'node:child_process';

/** A Python that has NumPy, if there is one. */
export const pythonWithNumpy = () =>
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import numpy']).status === 0,
  );
