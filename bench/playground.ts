// The package, with the module that the bench builds in place of the shipped one (see build.mjs),
// and with what is inside of it: handles and the module itself.
import { api } from '../web/core/api.ts';
import { ENGINES, load } from '../web/core/index.ts';
import { native } from '../web/core/instance.ts';
import { handle } from '../web/core/native-object.ts';

export { api, ENGINES, handle, load, native };
