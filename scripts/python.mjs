// The Python that runs the NumPy programs of the tests: the first on the PATH, or else the system's,
// which Debian's packages are for.
import { spawnSync } from 'node:child_process';

/** A Python that has NumPy, if there is one. */
export const pythonWithNumpy = () =>
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import numpy']).status === 0,
  );
